// The figures that every agency has, and those of the five bureaus of the demonstration.
#include "CTables.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const uint8_t figures_standard[] = {
#embed "figures/standard.yaml"
};

GongkaiTable gongkai_figures_standard(void) { return (GongkaiTable){figures_standard, sizeof figures_standard}; }

static const uint8_t figures_documents[] = {
#embed "figures/documents.yaml"
};

GongkaiTable gongkai_figures_documents(void) { return (GongkaiTable){figures_documents, sizeof figures_documents}; }

static const uint8_t figures_requests[] = {
#embed "figures/requests.yaml"
};

GongkaiTable gongkai_figures_requests(void) { return (GongkaiTable){figures_requests, sizeof figures_requests}; }

static const uint8_t figures_replies[] = {
#embed "figures/replies.yaml"
};

GongkaiTable gongkai_figures_replies(void) { return (GongkaiTable){figures_replies, sizeof figures_replies}; }

static const uint8_t figures_remedies[] = {
#embed "figures/remedies.yaml"
};

GongkaiTable gongkai_figures_remedies(void) { return (GongkaiTable){figures_remedies, sizeof figures_remedies}; }

static const uint8_t figures_office[] = {
#embed "figures/office.yaml"
};

GongkaiTable gongkai_figures_office(void) { return (GongkaiTable){figures_office, sizeof figures_office}; }

static const uint8_t figures_explanations[] = {
#embed "figures/explanations/demonstration.yaml"
};

GongkaiTable gongkai_figures_explanations(void) {
    return (GongkaiTable){figures_explanations, sizeof figures_explanations};
}

static const uint8_t figures_nanhai[] = {
#embed "figures/demonstration/nanhai.yaml"
};

GongkaiTable gongkai_figures_nanhai(void) { return (GongkaiTable){figures_nanhai, sizeof figures_nanhai}; }

static const uint8_t figures_dongguan[] = {
#embed "figures/demonstration/dongguan.yaml"
};

GongkaiTable gongkai_figures_dongguan(void) { return (GongkaiTable){figures_dongguan, sizeof figures_dongguan}; }

static const uint8_t figures_jinjiang[] = {
#embed "figures/demonstration/jinjiang.yaml"
};

GongkaiTable gongkai_figures_jinjiang(void) { return (GongkaiTable){figures_jinjiang, sizeof figures_jinjiang}; }

static const uint8_t figures_tongxiang[] = {
#embed "figures/demonstration/tongxiang.yaml"
};

GongkaiTable gongkai_figures_tongxiang(void) { return (GongkaiTable){figures_tongxiang, sizeof figures_tongxiang}; }

static const uint8_t figures_shaxian[] = {
#embed "figures/demonstration/shaxian.yaml"
};

GongkaiTable gongkai_figures_shaxian(void) { return (GongkaiTable){figures_shaxian, sizeof figures_shaxian}; }
