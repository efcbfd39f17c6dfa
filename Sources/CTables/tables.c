// Code tables of national standards.
#include "CTables.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const uint8_t table_regions_bytes[] = {
#embed "tables/regions.tsv"
};

GongkaiTable gongkai_table_regions(void) { return (GongkaiTable){table_regions_bytes, sizeof table_regions_bytes}; }

static const uint8_t table_industries_bytes[] = {
#embed "tables/industries.tsv"
};

GongkaiTable gongkai_table_industries(void) { return (GongkaiTable){table_industries_bytes, sizeof table_industries_bytes}; }
