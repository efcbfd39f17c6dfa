// The built-in procedures of cases, one file for each version of a kind.
#include "CTables.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

#define PROCEDURE(name) \
    GongkaiTable gongkai_procedure_##name(void) { return (GongkaiTable){procedure_##name, sizeof procedure_##name}; }

static const uint8_t procedure_request_2007[] = {
#embed "procedures/request-2007.yaml"
};
PROCEDURE(request_2007)

static const uint8_t procedure_request_2019[] = {
#embed "procedures/request-2019.yaml"
};
PROCEDURE(request_2019)
