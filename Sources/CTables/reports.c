// What reports of each year look like, and those of the five bureaus of the demonstration.
#include "CTables.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const uint8_t report_stat2014[] = {
#embed "reports/stat2014.yaml"
};

GongkaiTable gongkai_report_stat2014(void) { return (GongkaiTable){report_stat2014, sizeof report_stat2014}; }

static const uint8_t report_nb2019[] = {
#embed "reports/nb2019.yaml"
};

GongkaiTable gongkai_report_nb2019(void) { return (GongkaiTable){report_nb2019, sizeof report_nb2019}; }

static const uint8_t report_nb2021[] = {
#embed "reports/nb2021.yaml"
};

GongkaiTable gongkai_report_nb2021(void) { return (GongkaiTable){report_nb2021, sizeof report_nb2021}; }

static const uint8_t report_fujian[] = {
#embed "reports/fujian.yaml"
};

GongkaiTable gongkai_report_fujian(void) { return (GongkaiTable){report_fujian, sizeof report_fujian}; }

static const uint8_t report_quarterly[] = {
#embed "reports/quarterly.yaml"
};

GongkaiTable gongkai_report_quarterly(void) { return (GongkaiTable){report_quarterly, sizeof report_quarterly}; }

static const uint8_t report_nanhai[] = {
#embed "reports/demonstration/nanhai.yaml"
};

GongkaiTable gongkai_report_nanhai(void) { return (GongkaiTable){report_nanhai, sizeof report_nanhai}; }

static const uint8_t report_dongguan[] = {
#embed "reports/demonstration/dongguan.yaml"
};

GongkaiTable gongkai_report_dongguan(void) { return (GongkaiTable){report_dongguan, sizeof report_dongguan}; }

static const uint8_t report_jinjiang[] = {
#embed "reports/demonstration/jinjiang.yaml"
};

GongkaiTable gongkai_report_jinjiang(void) { return (GongkaiTable){report_jinjiang, sizeof report_jinjiang}; }

static const uint8_t report_tongxiang[] = {
#embed "reports/demonstration/tongxiang.yaml"
};

GongkaiTable gongkai_report_tongxiang(void) { return (GongkaiTable){report_tongxiang, sizeof report_tongxiang}; }

static const uint8_t report_shaxian[] = {
#embed "reports/demonstration/shaxian.yaml"
};

GongkaiTable gongkai_report_shaxian(void) { return (GongkaiTable){report_shaxian, sizeof report_shaxian}; }
