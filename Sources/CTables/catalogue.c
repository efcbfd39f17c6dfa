// The built-in duty catalogue, one file for each first-level matter.
#include "CTables.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const uint8_t catalogue_laws_bytes[] = {
#embed "catalogue/laws.yaml"
};

GongkaiTable gongkai_catalogue_laws(void) { return (GongkaiTable){catalogue_laws_bytes, sizeof catalogue_laws_bytes}; }

static const uint8_t catalogue_agency_bytes[] = {
#embed "catalogue/agency.yaml"
};

GongkaiTable gongkai_catalogue_agency(void) { return (GongkaiTable){catalogue_agency_bytes, sizeof catalogue_agency_bytes}; }

static const uint8_t catalogue_policy_bytes[] = {
#embed "catalogue/policy.yaml"
};

GongkaiTable gongkai_catalogue_policy(void) { return (GongkaiTable){catalogue_policy_bytes, sizeof catalogue_policy_bytes}; }

static const uint8_t catalogue_decisions_bytes[] = {
#embed "catalogue/decisions.yaml"
};

GongkaiTable gongkai_catalogue_decisions(void) { return (GongkaiTable){catalogue_decisions_bytes, sizeof catalogue_decisions_bytes}; }

static const uint8_t catalogue_enforcement_bytes[] = {
#embed "catalogue/enforcement.yaml"
};

GongkaiTable gongkai_catalogue_enforcement(void) { return (GongkaiTable){catalogue_enforcement_bytes, sizeof catalogue_enforcement_bytes}; }

static const uint8_t catalogue_inspection_bytes[] = {
#embed "catalogue/inspection.yaml"
};

GongkaiTable gongkai_catalogue_inspection(void) { return (GongkaiTable){catalogue_inspection_bytes, sizeof catalogue_inspection_bytes}; }

static const uint8_t catalogue_accidents_bytes[] = {
#embed "catalogue/accidents.yaml"
};

GongkaiTable gongkai_catalogue_accidents(void) { return (GongkaiTable){catalogue_accidents_bytes, sizeof catalogue_accidents_bytes}; }

static const uint8_t catalogue_hazards_bytes[] = {
#embed "catalogue/hazards.yaml"
};

GongkaiTable gongkai_catalogue_hazards(void) { return (GongkaiTable){catalogue_hazards_bytes, sizeof catalogue_hazards_bytes}; }

static const uint8_t catalogue_emergency_bytes[] = {
#embed "catalogue/emergency.yaml"
};

GongkaiTable gongkai_catalogue_emergency(void) { return (GongkaiTable){catalogue_emergency_bytes, sizeof catalogue_emergency_bytes}; }

static const uint8_t catalogue_services_bytes[] = {
#embed "catalogue/services.yaml"
};

GongkaiTable gongkai_catalogue_services(void) { return (GongkaiTable){catalogue_services_bytes, sizeof catalogue_services_bytes}; }

static const uint8_t catalogue_finance_bytes[] = {
#embed "catalogue/finance.yaml"
};

GongkaiTable gongkai_catalogue_finance(void) { return (GongkaiTable){catalogue_finance_bytes, sizeof catalogue_finance_bytes}; }

static const uint8_t catalogue_interaction_bytes[] = {
#embed "catalogue/interaction.yaml"
};

GongkaiTable gongkai_catalogue_interaction(void) { return (GongkaiTable){catalogue_interaction_bytes, sizeof catalogue_interaction_bytes}; }

static const uint8_t catalogue_disclosure_bytes[] = {
#embed "catalogue/disclosure.yaml"
};

GongkaiTable gongkai_catalogue_disclosure(void) { return (GongkaiTable){catalogue_disclosure_bytes, sizeof catalogue_disclosure_bytes}; }
