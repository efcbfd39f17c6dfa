// The figures that every agency has, and those of the five bureaus of the demonstration.
#include "CTables.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const uint8_t figures_standard[] = {
#embed "figures/standard.yaml"
};

GongkaiTable gongkai_figures_standard(void) { return (GongkaiTable){figures_standard, sizeof figures_standard}; }

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
