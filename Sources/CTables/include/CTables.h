// Facts and texts that the program carries inside itself: code tables, the built-in duty catalogue, the procedures and figures.
#ifndef GONGKAI_CTABLES_H
#define GONGKAI_CTABLES_H

#include <stddef.h>
#include <stdint.h>

// Bytes of one embedded file, without a terminating zero; valid for the life of the program.
typedef struct {
    const uint8_t *start;
    size_t count;
} GongkaiTable;

// GB/T 2260: lines `code TAB name [TAB year last seen]`, sorted by code.
GongkaiTable gongkai_table_regions(void);
// GB/T 4754-2017: lines `code TAB name TAB section`, sorted by code.
GongkaiTable gongkai_table_industries(void);

GongkaiTable gongkai_catalogue_laws(void);
GongkaiTable gongkai_catalogue_agency(void);
GongkaiTable gongkai_catalogue_policy(void);
GongkaiTable gongkai_catalogue_decisions(void);
GongkaiTable gongkai_catalogue_enforcement(void);
GongkaiTable gongkai_catalogue_inspection(void);
GongkaiTable gongkai_catalogue_accidents(void);
GongkaiTable gongkai_catalogue_hazards(void);
GongkaiTable gongkai_catalogue_emergency(void);
GongkaiTable gongkai_catalogue_services(void);
GongkaiTable gongkai_catalogue_finance(void);
GongkaiTable gongkai_catalogue_interaction(void);
GongkaiTable gongkai_catalogue_disclosure(void);

GongkaiTable gongkai_procedure_request_2007(void);
GongkaiTable gongkai_procedure_request_2019(void);
GongkaiTable gongkai_procedure_petition_2005(void);
GongkaiTable gongkai_procedure_petition_2022(void);
GongkaiTable gongkai_procedure_hotline(void);
GongkaiTable gongkai_procedure_radio_line(void);
GongkaiTable gongkai_procedure_mailbox(void);
GongkaiTable gongkai_procedure_consultation(void);
GongkaiTable gongkai_procedure_tip(void);
GongkaiTable gongkai_procedure_record_correction(void);
GongkaiTable gongkai_procedure_penalty_objection(void);
GongkaiTable gongkai_procedure_credit_repair(void);
GongkaiTable gongkai_procedure_site_error(void);
GongkaiTable gongkai_procedure_visit(void);

// Figures that every agency has.
GongkaiTable gongkai_figures_standard(void);
GongkaiTable gongkai_figures_documents(void);
GongkaiTable gongkai_figures_requests(void);
GongkaiTable gongkai_figures_replies(void);
GongkaiTable gongkai_figures_remedies(void);
GongkaiTable gongkai_figures_office(void);
// Why some printed figures of the demonstration differ from what is counted.
GongkaiTable gongkai_figures_explanations(void);
// Those of the five bureaus of the demonstration.
GongkaiTable gongkai_figures_nanhai(void);
GongkaiTable gongkai_figures_dongguan(void);
GongkaiTable gongkai_figures_jinjiang(void);
GongkaiTable gongkai_figures_tongxiang(void);
GongkaiTable gongkai_figures_shaxian(void);

// Texts of the letters of cases.
GongkaiTable gongkai_letters(void);

#endif
