// The built-in procedures of cases, one file for each version of a kind, and the texts of letters.
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

static const uint8_t procedure_petition_2005[] = {
#embed "procedures/petition-2005.yaml"
};
PROCEDURE(petition_2005)

static const uint8_t procedure_petition_2022[] = {
#embed "procedures/petition-2022.yaml"
};
PROCEDURE(petition_2022)

static const uint8_t procedure_hotline[] = {
#embed "procedures/hotline.yaml"
};
PROCEDURE(hotline)

static const uint8_t procedure_radio_line[] = {
#embed "procedures/radio-line.yaml"
};
PROCEDURE(radio_line)

static const uint8_t procedure_mailbox[] = {
#embed "procedures/mailbox.yaml"
};
PROCEDURE(mailbox)

static const uint8_t procedure_consultation[] = {
#embed "procedures/consultation.yaml"
};
PROCEDURE(consultation)

static const uint8_t procedure_tip[] = {
#embed "procedures/tip.yaml"
};
PROCEDURE(tip)

static const uint8_t procedure_record_correction[] = {
#embed "procedures/record-correction.yaml"
};
PROCEDURE(record_correction)

static const uint8_t procedure_penalty_objection[] = {
#embed "procedures/penalty-objection.yaml"
};
PROCEDURE(penalty_objection)

static const uint8_t procedure_credit_repair[] = {
#embed "procedures/credit-repair.yaml"
};
PROCEDURE(credit_repair)

static const uint8_t procedure_site_error[] = {
#embed "procedures/site-error.yaml"
};
PROCEDURE(site_error)

static const uint8_t procedure_visit[] = {
#embed "procedures/visit.yaml"
};
PROCEDURE(visit)

static const uint8_t letters[] = {
#embed "letters.yaml"
};

GongkaiTable gongkai_letters(void) { return (GongkaiTable){letters, sizeof letters}; }
