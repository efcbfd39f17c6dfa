CREATE TABLE absence (
    id text NOT NULL,
    agency text NOT NULL,
    person text NOT NULL,
    from_on text NOT NULL,
    to_on text NOT NULL,
    created_by text NOT NULL,
    created_at bigint NOT NULL,
    ended_at bigint,
    CONSTRAINT absence_pkey PRIMARY KEY (id),
    CONSTRAINT absence_agency_fkey FOREIGN KEY (agency) REFERENCES agency(id),
    CONSTRAINT absence_check CHECK ((from_on <= to_on)),
    CONSTRAINT absence_created_by_fkey FOREIGN KEY (created_by) REFERENCES person(id),
    CONSTRAINT absence_person_fkey FOREIGN KEY (person) REFERENCES person(id)
);
CREATE INDEX absence_by_agency ON public.absence USING btree (agency, to_on);
CREATE INDEX absence_by_person ON public.absence USING btree (person, to_on);
CREATE TABLE agency (
    id text NOT NULL,
    code text NOT NULL,
    level text NOT NULL,
    name_zh text NOT NULL,
    name_en text NOT NULL,
    region_code text NOT NULL,
    credit_code text NOT NULL,
    site_id_code text NOT NULL,
    index_template text NOT NULL,
    contact text NOT NULL,
    disclosure_office text NOT NULL,
    is_demonstration bigint NOT NULL,
    follows_catalogue bigint NOT NULL,
    created_at bigint NOT NULL,
    CONSTRAINT agency_pkey PRIMARY KEY (id),
    CONSTRAINT agency_code_key UNIQUE (code)
);
CREATE TABLE agency_name (
    agency text NOT NULL,
    valid_from text NOT NULL,
    valid_to text,
    name_zh text NOT NULL,
    name_en text NOT NULL,
    CONSTRAINT agency_name_pkey PRIMARY KEY (agency, valid_from),
    CONSTRAINT agency_name_agency_fkey FOREIGN KEY (agency) REFERENCES agency(id)
);
CREATE TABLE audit (
    id text NOT NULL,
    at bigint NOT NULL,
    agency text,
    person text,
    act text NOT NULL,
    subject_kind text NOT NULL,
    subject text NOT NULL,
    detail text NOT NULL,
    for_person text,
    CONSTRAINT audit_pkey PRIMARY KEY (id)
);
CREATE INDEX audit_by_act ON public.audit USING btree (agency, act, at, id);
CREATE INDEX audit_by_agency ON public.audit USING btree (agency, at);
CREATE INDEX audit_by_doer ON public.audit USING btree (agency, person, at, id);
CREATE INDEX audit_by_giver ON public.audit USING btree (agency, for_person, at, id);
CREATE INDEX audit_by_person ON public.audit USING btree (person, at);
CREATE INDEX audit_by_place ON public.audit USING btree (agency, at, id);
CREATE INDEX audit_by_subject ON public.audit USING btree (subject, at);
CREATE INDEX audit_by_thing ON public.audit USING btree (agency, subject, at, id);
CREATE TRIGGER audit_keeps_all BEFORE TRUNCATE ON public.audit FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_keeps_rows BEFORE DELETE OR UPDATE ON public.audit FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TABLE blob (
    sha256 text NOT NULL,
    size bigint NOT NULL,
    kind text NOT NULL,
    metadata text NOT NULL,
    remarks text NOT NULL,
    text_state text NOT NULL,
    pages_without_text text NOT NULL,
    findings text NOT NULL,
    stored_at bigint NOT NULL,
    CONSTRAINT blob_pkey PRIMARY KEY (sha256)
);
CREATE TABLE blob_text (
    sha256 text NOT NULL,
    text text NOT NULL,
    CONSTRAINT blob_text_pkey PRIMARY KEY (sha256),
    CONSTRAINT blob_text_sha256_fkey FOREIGN KEY (sha256) REFERENCES blob(sha256)
);
CREATE TABLE bulk_act (
    id text NOT NULL,
    agency text NOT NULL,
    person text NOT NULL,
    act text NOT NULL,
    at bigint NOT NULL,
    CONSTRAINT bulk_act_pkey PRIMARY KEY (id),
    CONSTRAINT bulk_act_agency_fkey FOREIGN KEY (agency) REFERENCES agency(id),
    CONSTRAINT bulk_act_person_fkey FOREIGN KEY (person) REFERENCES person(id)
);
CREATE TABLE bulk_line (
    bulk text NOT NULL,
    place bigint NOT NULL,
    subject text NOT NULL,
    is_done bigint NOT NULL,
    words_zh text NOT NULL,
    words_en text NOT NULL,
    CONSTRAINT bulk_line_pkey PRIMARY KEY (bulk, subject),
    CONSTRAINT bulk_line_bulk_fkey FOREIGN KEY (bulk) REFERENCES bulk_act(id)
);
CREATE TABLE case_assessment (
    id text NOT NULL,
    case_file text NOT NULL,
    outcome text NOT NULL,
    reason text NOT NULL,
    person text NOT NULL,
    at bigint NOT NULL,
    CONSTRAINT case_assessment_pkey PRIMARY KEY (id),
    CONSTRAINT case_assessment_case_file_fkey FOREIGN KEY (case_file) REFERENCES case_file(id),
    CONSTRAINT case_assessment_outcome_check CHECK ((outcome = ANY (ARRAY['still-closed'::text, 'open'::text]))),
    CONSTRAINT case_assessment_person_fkey FOREIGN KEY (person) REFERENCES person(id),
    CONSTRAINT case_assessment_reason_check CHECK ((reason <> ''::text))
);
CREATE INDEX case_assessment_by_case ON public.case_assessment USING btree (case_file, at);
CREATE TRIGGER case_assessment_keeps_all BEFORE TRUNCATE ON public.case_assessment FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER case_assessment_keeps_rows BEFORE DELETE OR UPDATE ON public.case_assessment FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TABLE case_attachment (
    id text NOT NULL,
    case_file text NOT NULL,
    place bigint NOT NULL,
    size bigint NOT NULL,
    kind text NOT NULL,
    CONSTRAINT case_attachment_pkey PRIMARY KEY (id),
    CONSTRAINT case_attachment_case_file_fkey FOREIGN KEY (case_file) REFERENCES case_file(id)
);
CREATE INDEX case_attachment_by_case ON public.case_attachment USING btree (case_file, place);
CREATE TABLE case_clock (
    case_file text NOT NULL,
    clock text NOT NULL,
    agency text NOT NULL,
    is_running bigint NOT NULL,
    due_on text,
    CONSTRAINT case_clock_pkey PRIMARY KEY (case_file, clock),
    CONSTRAINT case_clock_agency_fkey FOREIGN KEY (agency) REFERENCES agency(id),
    CONSTRAINT case_clock_case_file_fkey FOREIGN KEY (case_file) REFERENCES case_file(id)
);
CREATE INDEX case_clock_by_due ON public.case_clock USING btree (agency, is_running, due_on);
CREATE TABLE case_event (
    case_file text NOT NULL,
    place bigint NOT NULL,
    event text NOT NULL,
    state text NOT NULL,
    on_date text NOT NULL,
    answers bigint,
    choice text,
    days bigint,
    fen bigint,
    performer text NOT NULL,
    person text,
    at bigint NOT NULL,
    CONSTRAINT case_event_pkey PRIMARY KEY (case_file, place),
    CONSTRAINT case_event_case_file_fkey FOREIGN KEY (case_file) REFERENCES case_file(id),
    CONSTRAINT case_event_performer_check CHECK ((performer = ANY (ARRAY['officer'::text, 'approver'::text, 'applicant'::text, 'program'::text]))),
    CONSTRAINT case_event_person_fkey FOREIGN KEY (person) REFERENCES person(id)
);
CREATE INDEX case_event_by_answer ON public.case_event USING btree (event, on_date) WHERE (answers IS NOT NULL);
CREATE INDEX case_event_by_kind ON public.case_event USING btree (event, case_file);
CREATE TRIGGER case_event_keeps_all BEFORE TRUNCATE ON public.case_event FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER case_event_keeps_rows BEFORE DELETE OR UPDATE ON public.case_event FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TABLE case_file (
    id text NOT NULL,
    agency text NOT NULL,
    kind text NOT NULL,
    procedure text NOT NULL,
    number text NOT NULL,
    query_hash text NOT NULL,
    channel text NOT NULL,
    source text,
    state text NOT NULL,
    is_open bigint NOT NULL,
    events bigint NOT NULL,
    section text,
    officer text,
    applicant_class text NOT NULL,
    applicant_mark text,
    filed_at bigint NOT NULL,
    received_on text NOT NULL,
    is_confirmed bigint NOT NULL,
    due_on text,
    outcome text,
    closed_on text,
    is_on_time bigint,
    erase_on text,
    mark_key text,
    rating text,
    CONSTRAINT case_file_pkey PRIMARY KEY (id),
    CONSTRAINT case_file_agency_fkey FOREIGN KEY (agency) REFERENCES agency(id),
    CONSTRAINT case_file_agency_number_key UNIQUE (agency, number),
    CONSTRAINT case_file_agency_source_key UNIQUE (agency, source),
    CONSTRAINT case_file_check CHECK (((closed_on IS NULL) = (is_open = 1))),
    CONSTRAINT case_file_officer_fkey FOREIGN KEY (officer) REFERENCES person(id),
    CONSTRAINT case_file_query_hash_key UNIQUE (query_hash),
    CONSTRAINT case_file_section_fkey FOREIGN KEY (section) REFERENCES section(id)
);
CREATE INDEX case_file_by_applicant ON public.case_file USING btree (agency, applicant_mark, received_on);
CREATE INDEX case_file_by_closing ON public.case_file USING btree (agency, kind, closed_on, id, is_on_time);
CREATE INDEX case_file_by_due ON public.case_file USING btree (agency, is_open, due_on, id);
CREATE INDEX case_file_by_end ON public.case_file USING btree (agency, kind, closed_on, received_on, procedure, outcome, applicant_class);
CREATE INDEX case_file_by_erasure ON public.case_file USING btree (erase_on);
CREATE INDEX case_file_by_officer ON public.case_file USING btree (officer, is_open, due_on, id);
CREATE INDEX case_file_by_rating ON public.case_file USING btree (agency, closed_on, kind, rating) WHERE (rating IS NOT NULL);
CREATE INDEX case_file_by_receipt ON public.case_file USING btree (agency, kind, received_on, id);
CREATE INDEX case_file_by_state ON public.case_file USING btree (agency, kind, state, received_on, id);
CREATE TABLE case_item (
    case_file text NOT NULL,
    item text NOT NULL,
    CONSTRAINT case_item_pkey PRIMARY KEY (case_file, item),
    CONSTRAINT case_item_case_file_fkey FOREIGN KEY (case_file) REFERENCES case_file(id),
    CONSTRAINT case_item_item_fkey FOREIGN KEY (item) REFERENCES item(id),
    CONSTRAINT case_item_item_key UNIQUE (item)
);
CREATE TABLE case_letter (
    case_file text NOT NULL,
    place bigint NOT NULL,
    kind text NOT NULL,
    number text NOT NULL,
    leaf_id text NOT NULL,
    at bigint NOT NULL,
    CONSTRAINT case_letter_pkey PRIMARY KEY (case_file, place),
    CONSTRAINT case_letter_case_file_fkey FOREIGN KEY (case_file) REFERENCES case_file(id),
    CONSTRAINT case_letter_leaf_id_key UNIQUE (leaf_id)
);
CREATE TRIGGER case_letter_keeps_all BEFORE TRUNCATE ON public.case_letter FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER case_letter_keeps_rows BEFORE DELETE OR UPDATE ON public.case_letter FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TABLE case_message_waiting (
    case_file text NOT NULL,
    agency text NOT NULL,
    place bigint NOT NULL,
    at bigint NOT NULL,
    CONSTRAINT case_message_waiting_pkey PRIMARY KEY (case_file),
    CONSTRAINT case_message_waiting_agency_fkey FOREIGN KEY (agency) REFERENCES agency(id),
    CONSTRAINT case_message_waiting_case_file_fkey FOREIGN KEY (case_file) REFERENCES case_file(id)
);
CREATE INDEX case_message_waiting_by_time ON public.case_message_waiting USING btree (agency, at);
CREATE TABLE case_notice (
    case_file text NOT NULL,
    place bigint NOT NULL,
    occasion text NOT NULL,
    state text NOT NULL,
    created_at bigint NOT NULL,
    begun_at bigint,
    broken_off bigint NOT NULL DEFAULT 0,
    settled_at bigint,
    reason text,
    CONSTRAINT case_notice_pkey PRIMARY KEY (case_file, place, occasion),
    CONSTRAINT case_notice_case_file_fkey FOREIGN KEY (case_file) REFERENCES case_file(id),
    CONSTRAINT case_notice_check CHECK (((settled_at IS NULL) = (state = ANY (ARRAY['waiting'::text, 'sending'::text])))),
    CONSTRAINT case_notice_check1 CHECK (((reason IS NULL) = (state <> 'given-up'::text))),
    CONSTRAINT case_notice_occasion_check CHECK ((occasion = ANY (ARRAY['event'::text, 'lapse'::text]))),
    CONSTRAINT case_notice_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'sending'::text, 'sent'::text, 'stopped'::text, 'given-up'::text])))
);
CREATE TABLE case_relation (
    case_file text NOT NULL,
    kind text NOT NULL,
    main text NOT NULL,
    CONSTRAINT case_relation_pkey PRIMARY KEY (case_file, kind),
    CONSTRAINT case_relation_case_file_fkey FOREIGN KEY (case_file) REFERENCES case_file(id),
    CONSTRAINT case_relation_check CHECK ((case_file <> main)),
    CONSTRAINT case_relation_kind_check CHECK ((kind = ANY (ARRAY['merged'::text, 'split'::text]))),
    CONSTRAINT case_relation_main_fkey FOREIGN KEY (main) REFERENCES case_file(id)
);
CREATE INDEX case_relation_by_main ON public.case_relation USING btree (main, kind, case_file);
CREATE TABLE case_review (
    case_file text NOT NULL,
    due_on text NOT NULL,
    CONSTRAINT case_review_pkey PRIMARY KEY (case_file),
    CONSTRAINT case_review_case_file_fkey FOREIGN KEY (case_file) REFERENCES case_file(id)
);
CREATE INDEX case_review_by_day ON public.case_review USING btree (due_on);
CREATE TABLE case_subscription (
    case_file text NOT NULL,
    began_at bigint NOT NULL,
    ended_at bigint,
    CONSTRAINT case_subscription_pkey PRIMARY KEY (case_file),
    CONSTRAINT case_subscription_case_file_fkey FOREIGN KEY (case_file) REFERENCES case_file(id)
);
CREATE TABLE case_words (
    case_file text NOT NULL,
    part text NOT NULL,
    key_id text NOT NULL,
    sealed bytea NOT NULL,
    CONSTRAINT case_words_pkey PRIMARY KEY (case_file, part),
    CONSTRAINT case_words_case_file_fkey FOREIGN KEY (case_file) REFERENCES case_file(id)
);
CREATE INDEX case_words_by_key ON public.case_words USING btree (key_id);
CREATE TABLE channel (
    id text NOT NULL,
    agency text NOT NULL,
    code text NOT NULL,
    kind text NOT NULL,
    name_zh text NOT NULL,
    name_en text NOT NULL,
    is_automatic bigint NOT NULL,
    place bigint NOT NULL,
    CONSTRAINT channel_pkey PRIMARY KEY (id),
    CONSTRAINT channel_agency_code_key UNIQUE (agency, code),
    CONSTRAINT channel_agency_fkey FOREIGN KEY (agency) REFERENCES agency(id)
);
CREATE TABLE comment_outcome (
    outcome text NOT NULL,
    draft text NOT NULL,
    CONSTRAINT comment_outcome_pkey PRIMARY KEY (outcome),
    CONSTRAINT comment_outcome_draft_fkey FOREIGN KEY (draft) REFERENCES item(id),
    CONSTRAINT comment_outcome_outcome_fkey FOREIGN KEY (outcome) REFERENCES item(id)
);
CREATE INDEX comment_outcome_by_draft ON public.comment_outcome USING btree (draft);
CREATE TABLE debt (
    id text NOT NULL,
    item text NOT NULL,
    version text NOT NULL,
    kind text NOT NULL,
    agreed_by text NOT NULL,
    means text NOT NULL,
    reason text NOT NULL,
    recorded_by text NOT NULL,
    recorded_at bigint NOT NULL,
    settled_at bigint,
    verdict text,
    CONSTRAINT debt_pkey PRIMARY KEY (id),
    CONSTRAINT debt_agreed_by_fkey FOREIGN KEY (agreed_by) REFERENCES person(id),
    CONSTRAINT debt_item_fkey FOREIGN KEY (item) REFERENCES item(id),
    CONSTRAINT debt_kind_check CHECK ((kind = ANY (ARRAY['legal'::text, 'sign-off'::text]))),
    CONSTRAINT debt_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES person(id),
    CONSTRAINT debt_verdict_check CHECK ((verdict = ANY (ARRAY['pass'::text, 'send-back'::text]))),
    CONSTRAINT debt_version_fkey FOREIGN KEY (version) REFERENCES version(id),
    CONSTRAINT debt_version_kind_key UNIQUE (version, kind)
);
CREATE INDEX debt_by_item ON public.debt USING btree (item);
CREATE INDEX debt_open ON public.debt USING btree (recorded_at) WHERE (settled_at IS NULL);
CREATE TABLE delegation (
    id text NOT NULL,
    agency text NOT NULL,
    giver text NOT NULL,
    taker text NOT NULL,
    role text NOT NULL,
    from_on text NOT NULL,
    to_on text NOT NULL,
    created_by text NOT NULL,
    created_at bigint NOT NULL,
    ended_by text,
    ended_at bigint,
    CONSTRAINT delegation_pkey PRIMARY KEY (id),
    CONSTRAINT delegation_agency_fkey FOREIGN KEY (agency) REFERENCES agency(id),
    CONSTRAINT delegation_check CHECK ((giver <> taker)),
    CONSTRAINT delegation_check1 CHECK ((from_on <= to_on)),
    CONSTRAINT delegation_created_by_fkey FOREIGN KEY (created_by) REFERENCES person(id),
    CONSTRAINT delegation_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES person(id),
    CONSTRAINT delegation_giver_fkey FOREIGN KEY (giver) REFERENCES person(id),
    CONSTRAINT delegation_taker_fkey FOREIGN KEY (taker) REFERENCES person(id)
);
CREATE INDEX delegation_by_giver ON public.delegation USING btree (giver, to_on);
CREATE INDEX delegation_by_taker ON public.delegation USING btree (taker, to_on);
CREATE TABLE delivery (
    id text NOT NULL,
    item text NOT NULL,
    channel text NOT NULL,
    stage text NOT NULL,
    delivered_on text NOT NULL,
    receipt text NOT NULL,
    recorded_by text,
    recorded_at bigint NOT NULL,
    idempotency_key text NOT NULL,
    CONSTRAINT delivery_pkey PRIMARY KEY (id),
    CONSTRAINT delivery_channel_fkey FOREIGN KEY (channel) REFERENCES channel(id),
    CONSTRAINT delivery_idempotency_key_key UNIQUE (idempotency_key),
    CONSTRAINT delivery_item_fkey FOREIGN KEY (item) REFERENCES item(id),
    CONSTRAINT delivery_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES person(id),
    CONSTRAINT delivery_stage_check CHECK ((stage = ANY (ARRAY['submitted'::text, 'accepted'::text, 'delivered'::text])))
);
CREATE INDEX delivery_by_channel ON public.delivery USING btree (channel, delivered_on);
CREATE INDEX delivery_by_item ON public.delivery USING btree (item, recorded_at);
CREATE TABLE demanded_factor (
    agency text NOT NULL,
    role text NOT NULL,
    CONSTRAINT demanded_factor_pkey PRIMARY KEY (agency, role),
    CONSTRAINT demanded_factor_agency_fkey FOREIGN KEY (agency) REFERENCES agency(id)
);
CREATE TABLE ended_session (
    token_hash text NOT NULL,
    form_hash text NOT NULL,
    person text NOT NULL,
    ended_at bigint NOT NULL,
    CONSTRAINT ended_session_pkey PRIMARY KEY (token_hash),
    CONSTRAINT ended_session_person_fkey FOREIGN KEY (person) REFERENCES person(id)
);
CREATE INDEX ended_session_by_end ON public.ended_session USING btree (ended_at);
CREATE INDEX ended_session_by_form ON public.ended_session USING btree (form_hash);
CREATE TABLE hand (
    version text NOT NULL,
    person text NOT NULL,
    part text NOT NULL,
    CONSTRAINT hand_pkey PRIMARY KEY (version, person),
    CONSTRAINT hand_part_check CHECK ((part = ANY (ARRAY['author'::text, 'reviewer'::text, 'approver'::text]))),
    CONSTRAINT hand_person_fkey FOREIGN KEY (person) REFERENCES person(id),
    CONSTRAINT hand_version_fkey FOREIGN KEY (version) REFERENCES version(id),
    CONSTRAINT hand_version_person_part_key UNIQUE (version, person, part)
);
CREATE TRIGGER hand_keeps_all BEFORE TRUNCATE ON public.hand FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER hand_keeps_rows BEFORE DELETE OR UPDATE ON public.hand FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TABLE holiday_year (
    number bigint NOT NULL,
    year bigint NOT NULL,
    notice text NOT NULL,
    text text NOT NULL,
    sha256 text NOT NULL,
    person text,
    at bigint NOT NULL,
    CONSTRAINT holiday_year_pkey PRIMARY KEY (number),
    CONSTRAINT holiday_year_notice_check CHECK ((notice <> ''::text)),
    CONSTRAINT holiday_year_number_check CHECK ((number > 0)),
    CONSTRAINT holiday_year_person_fkey FOREIGN KEY (person) REFERENCES person(id)
);
CREATE TRIGGER holiday_year_keeps_all BEFORE TRUNCATE ON public.holiday_year FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER holiday_year_keeps_rows BEFORE DELETE OR UPDATE ON public.holiday_year FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TABLE import_batch (
    id text NOT NULL,
    agency text NOT NULL,
    duty text NOT NULL,
    file_name text NOT NULL,
    manifest_hash text NOT NULL,
    row_count bigint NOT NULL,
    editor text NOT NULL,
    secrecy_person text NOT NULL,
    secrecy_reason text NOT NULL,
    cleared text NOT NULL,
    approver text NOT NULL,
    signed_at bigint NOT NULL,
    CONSTRAINT import_batch_pkey PRIMARY KEY (id),
    CONSTRAINT import_batch_agency_duty_manifest_hash_key UNIQUE (agency, duty, manifest_hash),
    CONSTRAINT import_batch_agency_fkey FOREIGN KEY (agency) REFERENCES agency(id),
    CONSTRAINT import_batch_approver_fkey FOREIGN KEY (approver) REFERENCES person(id),
    CONSTRAINT import_batch_check CHECK (((editor <> secrecy_person) AND (editor <> approver) AND (secrecy_person <> approver))),
    CONSTRAINT import_batch_check1 CHECK (((cleared = ''::text) OR (secrecy_reason <> ''::text))),
    CONSTRAINT import_batch_editor_fkey FOREIGN KEY (editor) REFERENCES person(id),
    CONSTRAINT import_batch_secrecy_person_fkey FOREIGN KEY (secrecy_person) REFERENCES person(id)
);
CREATE TRIGGER import_batch_keeps_all BEFORE TRUNCATE ON public.import_batch FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER import_batch_keeps_rows BEFORE DELETE OR UPDATE ON public.import_batch FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TABLE import_row (
    agency text NOT NULL,
    source_id text NOT NULL,
    batch text,
    line bigint NOT NULL,
    item text NOT NULL,
    version_hash text NOT NULL,
    CONSTRAINT import_row_pkey PRIMARY KEY (agency, source_id),
    CONSTRAINT import_row_agency_fkey FOREIGN KEY (agency) REFERENCES agency(id),
    CONSTRAINT import_row_batch_fkey FOREIGN KEY (batch) REFERENCES import_batch(id),
    CONSTRAINT import_row_item_fkey FOREIGN KEY (item) REFERENCES item(id),
    CONSTRAINT import_row_item_key UNIQUE (item)
);
CREATE INDEX import_row_by_batch ON public.import_row USING btree (batch);
CREATE TRIGGER import_row_keeps_all BEFORE TRUNCATE ON public.import_row FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER import_row_keeps_rows BEFORE DELETE OR UPDATE ON public.import_row FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TABLE index_serial (
    agency text NOT NULL,
    scope text NOT NULL,
    last bigint NOT NULL,
    CONSTRAINT index_serial_pkey PRIMARY KEY (agency, scope),
    CONSTRAINT index_serial_agency_fkey FOREIGN KEY (agency) REFERENCES agency(id)
);
CREATE TABLE interpretation_waiver (
    version text NOT NULL,
    ground text NOT NULL,
    person text NOT NULL,
    at bigint NOT NULL,
    CONSTRAINT interpretation_waiver_pkey PRIMARY KEY (version),
    CONSTRAINT interpretation_waiver_person_fkey FOREIGN KEY (person) REFERENCES person(id),
    CONSTRAINT interpretation_waiver_version_fkey FOREIGN KEY (version) REFERENCES version(id)
);
CREATE TRIGGER interpretation_waiver_keeps_all BEFORE TRUNCATE ON public.interpretation_waiver FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER interpretation_waiver_keeps_rows BEFORE DELETE OR UPDATE ON public.interpretation_waiver FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TABLE item (
    id text NOT NULL,
    agency text NOT NULL,
    duty text NOT NULL,
    section text,
    class text,
    portal_column text,
    state text NOT NULL,
    provenance text NOT NULL,
    title text NOT NULL,
    formed_on text NOT NULL,
    current_version text NOT NULL,
    public_version text,
    leaf_id text,
    leaf_index bigint,
    index_number text,
    published_at bigint,
    returned_reason text,
    due_at bigint,
    created_by text NOT NULL,
    created_at bigint NOT NULL,
    changed_at bigint NOT NULL,
    revision text,
    revision_ground text,
    revision_reason text,
    publish_at bigint,
    display_until text,
    ended_at bigint,
    end_ground text,
    validity text NOT NULL DEFAULT 'in-force'::text,
    revision_event_on text,
    validity_on text,
    CONSTRAINT item_pkey PRIMARY KEY (id),
    CONSTRAINT item_agency_fkey FOREIGN KEY (agency) REFERENCES agency(id),
    CONSTRAINT item_agency_index_number_key UNIQUE (agency, index_number),
    CONSTRAINT item_class_fkey FOREIGN KEY (class) REFERENCES item_class(id),
    CONSTRAINT item_created_by_fkey FOREIGN KEY (created_by) REFERENCES person(id),
    CONSTRAINT item_leaf_id_key UNIQUE (leaf_id),
    CONSTRAINT item_leaf_index_key UNIQUE (leaf_index),
    CONSTRAINT item_portal_column_fkey FOREIGN KEY (portal_column) REFERENCES portal_column(id),
    CONSTRAINT item_provenance_check CHECK ((provenance = ANY (ARRAY['own'::text, 'imported'::text]))),
    CONSTRAINT item_revision_check CHECK ((revision = ANY (ARRAY['draft'::text, 'review'::text, 'scheduled'::text]))),
    CONSTRAINT item_section_fkey FOREIGN KEY (section) REFERENCES section(id),
    CONSTRAINT item_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'review'::text, 'published'::text, 'filed'::text, 'scheduled'::text, 'withdrawn'::text, 'expired'::text]))),
    CONSTRAINT item_validity_check CHECK ((validity = ANY (ARRAY['in-force'::text, 'amended'::text, 'repealed'::text, 'lapsed'::text])))
);
CREATE INDEX item_by_agency ON public.item USING btree (agency, leaf_index);
CREATE INDEX item_by_author ON public.item USING btree (created_by, state, changed_at);
CREATE INDEX item_by_display ON public.item USING btree (display_until) WHERE (display_until IS NOT NULL);
CREATE INDEX item_by_due ON public.item USING btree (agency, state, due_at);
CREATE INDEX item_by_formation ON public.item USING btree (agency, duty, formed_on, state);
CREATE INDEX item_by_publication ON public.item USING btree (agency, published_at, duty, state);
CREATE INDEX item_by_revision ON public.item USING btree (agency, revision) WHERE (revision IS NOT NULL);
CREATE INDEX item_by_state ON public.item USING btree (agency, state, changed_at);
CREATE INDEX item_by_validity ON public.item USING btree (agency, validity_on) WHERE (validity_on IS NOT NULL);
CREATE TABLE item_carrier (
    item text NOT NULL,
    person text NOT NULL,
    handed_by text NOT NULL,
    handed_at bigint NOT NULL,
    CONSTRAINT item_carrier_pkey PRIMARY KEY (item),
    CONSTRAINT item_carrier_handed_by_fkey FOREIGN KEY (handed_by) REFERENCES person(id),
    CONSTRAINT item_carrier_item_fkey FOREIGN KEY (item) REFERENCES item(id),
    CONSTRAINT item_carrier_person_fkey FOREIGN KEY (person) REFERENCES person(id)
);
CREATE INDEX item_carrier_by_person ON public.item_carrier USING btree (person);
CREATE TABLE item_class (
    id text NOT NULL,
    agency text NOT NULL,
    code text NOT NULL,
    name_zh text NOT NULL,
    name_en text NOT NULL,
    place bigint NOT NULL,
    CONSTRAINT item_class_pkey PRIMARY KEY (id),
    CONSTRAINT item_class_agency_code_key UNIQUE (agency, code),
    CONSTRAINT item_class_agency_fkey FOREIGN KEY (agency) REFERENCES agency(id)
);
CREATE TABLE item_facet (
    item text NOT NULL,
    agency text NOT NULL,
    key text NOT NULL,
    value text NOT NULL,
    leaf_index bigint NOT NULL,
    CONSTRAINT item_facet_pkey PRIMARY KEY (item, key, value),
    CONSTRAINT item_facet_item_fkey FOREIGN KEY (item) REFERENCES item(id)
);
CREATE INDEX item_facet_by_value ON public.item_facet USING btree (agency, key, value, leaf_index);
CREATE TABLE item_pair (
    interpretation text NOT NULL,
    document text NOT NULL,
    bound_by text NOT NULL,
    bound_at bigint NOT NULL,
    CONSTRAINT item_pair_pkey PRIMARY KEY (interpretation),
    CONSTRAINT item_pair_bound_by_fkey FOREIGN KEY (bound_by) REFERENCES person(id),
    CONSTRAINT item_pair_check CHECK ((interpretation <> document)),
    CONSTRAINT item_pair_document_fkey FOREIGN KEY (document) REFERENCES item(id),
    CONSTRAINT item_pair_interpretation_fkey FOREIGN KEY (interpretation) REFERENCES item(id)
);
CREATE INDEX item_pair_by_document ON public.item_pair USING btree (document);
CREATE TABLE item_relation (
    source text NOT NULL,
    target text NOT NULL,
    kind text NOT NULL,
    since text NOT NULL,
    recorded_by text NOT NULL,
    recorded_at bigint NOT NULL,
    CONSTRAINT item_relation_pkey PRIMARY KEY (target, source),
    CONSTRAINT item_relation_check CHECK ((source <> target)),
    CONSTRAINT item_relation_kind_check CHECK ((kind = ANY (ARRAY['amends'::text, 'repeals'::text, 'supersedes'::text]))),
    CONSTRAINT item_relation_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES person(id),
    CONSTRAINT item_relation_source_fkey FOREIGN KEY (source) REFERENCES item(id),
    CONSTRAINT item_relation_target_fkey FOREIGN KEY (target) REFERENCES item(id)
);
CREATE INDEX item_relation_by_source ON public.item_relation USING btree (source);
CREATE TABLE item_value (
    item text NOT NULL,
    agency text NOT NULL,
    key text NOT NULL,
    value text NOT NULL,
    number bigint,
    CONSTRAINT item_value_pkey PRIMARY KEY (item, key, value),
    CONSTRAINT item_value_item_fkey FOREIGN KEY (item) REFERENCES item(id)
);
CREATE TABLE job (
    id text NOT NULL,
    kind text NOT NULL,
    payload text NOT NULL,
    due_at bigint NOT NULL,
    attempts bigint NOT NULL,
    claimed_until bigint,
    last_error text,
    unique_key text,
    CONSTRAINT job_pkey PRIMARY KEY (id),
    CONSTRAINT job_unique_key_key UNIQUE (unique_key)
);
CREATE INDEX job_by_due ON public.job USING btree (due_at);
CREATE TABLE kept_form (
    id text NOT NULL,
    person text NOT NULL,
    key_id text NOT NULL,
    sealed bytea NOT NULL,
    created_at bigint NOT NULL,
    expires_at bigint NOT NULL,
    claimed_at bigint,
    CONSTRAINT kept_form_pkey PRIMARY KEY (id),
    CONSTRAINT kept_form_person_fkey FOREIGN KEY (person) REFERENCES person(id)
);
CREATE INDEX kept_form_by_end ON public.kept_form USING btree (expires_at);
CREATE INDEX kept_form_by_person ON public.kept_form USING btree (person, created_at);
CREATE TABLE leaf_series (
    series text NOT NULL,
    last bigint NOT NULL,
    CONSTRAINT leaf_series_pkey PRIMARY KEY (series)
);
CREATE TABLE ledger_head (
    id bigint NOT NULL,
    size bigint NOT NULL,
    CONSTRAINT ledger_head_pkey PRIMARY KEY (id),
    CONSTRAINT ledger_head_id_check CHECK ((id = 1))
);
CREATE TABLE ledger_leaf (
    leaf_index bigint NOT NULL,
    leaf_id text NOT NULL,
    bytes bytea NOT NULL,
    hash text NOT NULL,
    at bigint NOT NULL,
    CONSTRAINT ledger_leaf_pkey PRIMARY KEY (leaf_index)
);
CREATE INDEX ledger_leaf_by_id ON public.ledger_leaf USING btree (leaf_id, leaf_index);
CREATE TRIGGER ledger_leaf_keeps_all BEFORE TRUNCATE ON public.ledger_leaf FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER ledger_leaf_keeps_rows BEFORE DELETE OR UPDATE ON public.ledger_leaf FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TABLE letter_template (
    agency text NOT NULL,
    kind text NOT NULL,
    text text NOT NULL,
    changed_by text NOT NULL,
    changed_at bigint NOT NULL,
    CONSTRAINT letter_template_pkey PRIMARY KEY (agency, kind),
    CONSTRAINT letter_template_agency_fkey FOREIGN KEY (agency) REFERENCES agency(id),
    CONSTRAINT letter_template_changed_by_fkey FOREIGN KEY (changed_by) REFERENCES person(id)
);
CREATE TABLE link_check (
    item text NOT NULL,
    address text NOT NULL,
    outcome text NOT NULL,
    checked_on text,
    failures bigint NOT NULL,
    failing_since bigint,
    CONSTRAINT link_check_pkey PRIMARY KEY (item),
    CONSTRAINT link_check_item_fkey FOREIGN KEY (item) REFERENCES item(id)
);
CREATE TABLE one_time_link (
    token_hash text NOT NULL,
    person text NOT NULL,
    created_at bigint NOT NULL,
    expires_at bigint NOT NULL,
    CONSTRAINT one_time_link_pkey PRIMARY KEY (token_hash),
    CONSTRAINT one_time_link_person_fkey FOREIGN KEY (person) REFERENCES person(id)
);
CREATE INDEX one_time_link_by_person ON public.one_time_link USING btree (person);
CREATE TABLE opinion (
    id text NOT NULL,
    version text NOT NULL,
    person text NOT NULL,
    part text NOT NULL,
    kind text NOT NULL,
    verdict text NOT NULL,
    reason text NOT NULL,
    version_hash text NOT NULL,
    cleared text NOT NULL,
    at bigint NOT NULL,
    CONSTRAINT opinion_pkey PRIMARY KEY (id),
    CONSTRAINT opinion_check CHECK ((part =
CASE kind
    WHEN 'sign-off'::text THEN 'approver'::text
    ELSE 'reviewer'::text
END)),
    CONSTRAINT opinion_verdict_check CHECK ((verdict = ANY (ARRAY['pass'::text, 'send-back'::text]))),
    CONSTRAINT opinion_version_kind_key UNIQUE (version, kind),
    CONSTRAINT opinion_version_person_part_fkey FOREIGN KEY (version, person, part) REFERENCES hand(version, person, part)
);
CREATE TRIGGER opinion_keeps_all BEFORE TRUNCATE ON public.opinion FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER opinion_keeps_rows BEFORE DELETE OR UPDATE ON public.opinion FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TABLE person (
    id text NOT NULL,
    agency text NOT NULL,
    section text,
    login text NOT NULL,
    name text NOT NULL,
    is_active bigint NOT NULL,
    password text,
    failures bigint NOT NULL,
    locked_until bigint,
    language text NOT NULL,
    created_at bigint NOT NULL,
    CONSTRAINT person_pkey PRIMARY KEY (id),
    CONSTRAINT person_agency_fkey FOREIGN KEY (agency) REFERENCES agency(id),
    CONSTRAINT person_login_key UNIQUE (login),
    CONSTRAINT person_section_fkey FOREIGN KEY (section) REFERENCES section(id)
);
CREATE INDEX person_by_agency ON public.person USING btree (agency, login);
CREATE TABLE person_role (
    person text NOT NULL,
    role text NOT NULL,
    CONSTRAINT person_role_pkey PRIMARY KEY (person, role),
    CONSTRAINT person_role_person_fkey FOREIGN KEY (person) REFERENCES person(id)
);
CREATE TABLE portal_column (
    id text NOT NULL,
    agency text NOT NULL,
    parent text,
    level bigint NOT NULL,
    path text NOT NULL,
    catalogue_column text,
    name_zh text NOT NULL,
    name_en text NOT NULL,
    place bigint NOT NULL,
    CONSTRAINT portal_column_pkey PRIMARY KEY (id),
    CONSTRAINT portal_column_agency_fkey FOREIGN KEY (agency) REFERENCES agency(id),
    CONSTRAINT portal_column_agency_path_key UNIQUE (agency, path),
    CONSTRAINT portal_column_level_check CHECK (((level >= 1) AND (level <= 3))),
    CONSTRAINT portal_column_parent_fkey FOREIGN KEY (parent) REFERENCES portal_column(id)
);
CREATE TABLE public_comment (
    id text NOT NULL,
    item text NOT NULL,
    receipt_hash text NOT NULL,
    key_id text NOT NULL,
    person bytea,
    body bytea NOT NULL,
    findings text NOT NULL,
    received_at bigint NOT NULL,
    treatment text,
    reason text NOT NULL,
    gist text NOT NULL,
    treated_by text,
    treated_at bigint,
    CONSTRAINT public_comment_pkey PRIMARY KEY (id),
    CONSTRAINT public_comment_check CHECK (((treatment IS NULL) = (treated_by IS NULL))),
    CONSTRAINT public_comment_check1 CHECK (((treatment IS NULL) = (treated_at IS NULL))),
    CONSTRAINT public_comment_check2 CHECK (((treatment IS NULL) OR (treatment <> 'not-adopted'::text) OR (reason <> ''::text))),
    CONSTRAINT public_comment_item_fkey FOREIGN KEY (item) REFERENCES item(id),
    CONSTRAINT public_comment_receipt_hash_key UNIQUE (receipt_hash),
    CONSTRAINT public_comment_treated_by_fkey FOREIGN KEY (treated_by) REFERENCES person(id),
    CONSTRAINT public_comment_treatment_check CHECK ((treatment = ANY (ARRAY['adopted'::text, 'partly'::text, 'not-adopted'::text, 'irrelevant'::text])))
);
CREATE INDEX public_comment_by_item ON public.public_comment USING btree (item, received_at, id);
CREATE INDEX public_comment_by_key ON public.public_comment USING btree (key_id);
CREATE TABLE publication (
    leaf_index bigint NOT NULL,
    item text NOT NULL,
    version text NOT NULL,
    bytes bytea NOT NULL,
    event text NOT NULL DEFAULT 'publish'::text,
    ground text,
    reason text,
    CONSTRAINT publication_pkey PRIMARY KEY (leaf_index),
    CONSTRAINT publication_item_fkey FOREIGN KEY (item) REFERENCES item(id),
    CONSTRAINT publication_leaf_index_fkey FOREIGN KEY (leaf_index) REFERENCES ledger_leaf(leaf_index),
    CONSTRAINT publication_version_fkey FOREIGN KEY (version) REFERENCES version(id)
);
CREATE INDEX publication_by_item ON public.publication USING btree (item, leaf_index);
CREATE TABLE reading (
    id text NOT NULL,
    agency text NOT NULL,
    key text NOT NULL,
    kind text NOT NULL,
    read_on text NOT NULL,
    relation text NOT NULL,
    value bigint NOT NULL,
    source text NOT NULL,
    evidence text NOT NULL,
    note text NOT NULL,
    replaces text,
    reason text,
    recorded_by text NOT NULL,
    recorded_at bigint NOT NULL,
    CONSTRAINT reading_pkey PRIMARY KEY (id),
    CONSTRAINT reading_agency_fkey FOREIGN KEY (agency) REFERENCES agency(id),
    CONSTRAINT reading_check CHECK (((replaces IS NULL) = (reason IS NULL))),
    CONSTRAINT reading_check1 CHECK ((replaces <> id)),
    CONSTRAINT reading_evidence_check CHECK ((evidence <> ''::text)),
    CONSTRAINT reading_key_check CHECK ((key <> ''::text)),
    CONSTRAINT reading_kind_check CHECK ((kind = ANY (ARRAY['reading'::text, 'opening'::text]))),
    CONSTRAINT reading_reason_check CHECK ((reason <> ''::text)),
    CONSTRAINT reading_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES person(id),
    CONSTRAINT reading_relation_check CHECK ((relation = ANY (ARRAY['='::text, '>'::text, '≈'::text, '≤'::text]))),
    CONSTRAINT reading_replaces_fkey FOREIGN KEY (replaces) REFERENCES reading(id),
    CONSTRAINT reading_replaces_key UNIQUE (replaces),
    CONSTRAINT reading_source_check CHECK ((source <> ''::text))
);
CREATE INDEX reading_by_day ON public.reading USING btree (agency, read_on, id);
CREATE INDEX reading_by_figure ON public.reading USING btree (agency, key, kind, read_on, id);
CREATE UNIQUE INDEX reading_one_opening ON public.reading USING btree (agency, key) WHERE ((kind = 'opening'::text) AND (replaces IS NULL));
CREATE TRIGGER reading_keeps_all BEFORE TRUNCATE ON public.reading FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER reading_keeps_rows BEFORE DELETE OR UPDATE ON public.reading FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TABLE recovery_code (
    person text NOT NULL,
    code_hash text NOT NULL,
    used_at bigint,
    CONSTRAINT recovery_code_pkey PRIMARY KEY (person, code_hash),
    CONSTRAINT recovery_code_person_fkey FOREIGN KEY (person) REFERENCES person(id)
);
CREATE TABLE redaction (
    blob text NOT NULL,
    place bigint NOT NULL,
    original text NOT NULL,
    page bigint NOT NULL,
    x bigint NOT NULL,
    y bigint NOT NULL,
    width bigint NOT NULL,
    height bigint NOT NULL,
    ground text NOT NULL,
    person text NOT NULL,
    at bigint NOT NULL,
    CONSTRAINT redaction_pkey PRIMARY KEY (blob, place),
    CONSTRAINT redaction_blob_fkey FOREIGN KEY (blob) REFERENCES blob(sha256),
    CONSTRAINT redaction_check CHECK ((blob <> original)),
    CONSTRAINT redaction_original_fkey FOREIGN KEY (original) REFERENCES blob(sha256),
    CONSTRAINT redaction_person_fkey FOREIGN KEY (person) REFERENCES person(id)
);
CREATE TRIGGER redaction_keeps_all BEFORE TRUNCATE ON public.redaction FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER redaction_keeps_rows BEFORE DELETE OR UPDATE ON public.redaction FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TABLE refusal_assessment (
    id text NOT NULL,
    item text NOT NULL,
    outcome text NOT NULL,
    reason text NOT NULL,
    person text NOT NULL,
    at bigint NOT NULL,
    CONSTRAINT refusal_assessment_pkey PRIMARY KEY (id),
    CONSTRAINT refusal_assessment_item_fkey FOREIGN KEY (item) REFERENCES item(id),
    CONSTRAINT refusal_assessment_outcome_check CHECK ((outcome = ANY (ARRAY['still-closed'::text, 'open'::text]))),
    CONSTRAINT refusal_assessment_person_fkey FOREIGN KEY (person) REFERENCES person(id),
    CONSTRAINT refusal_assessment_reason_check CHECK ((reason <> ''::text))
);
CREATE INDEX refusal_assessment_by_item ON public.refusal_assessment USING btree (item, at);
CREATE TRIGGER refusal_assessment_keeps_all BEFORE TRUNCATE ON public.refusal_assessment FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER refusal_assessment_keeps_rows BEFORE DELETE OR UPDATE ON public.refusal_assessment FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TABLE refusal_review (
    item text NOT NULL,
    due_on text,
    CONSTRAINT refusal_review_pkey PRIMARY KEY (item),
    CONSTRAINT refusal_review_item_fkey FOREIGN KEY (item) REFERENCES item(id)
);
CREATE TABLE remedy (
    id text NOT NULL,
    agency text NOT NULL,
    kind text NOT NULL,
    number text NOT NULL,
    about text NOT NULL,
    case_file text,
    filed_on text NOT NULL,
    result text,
    ended_on text,
    edition bigint NOT NULL,
    recorded_by text NOT NULL,
    recorded_at bigint NOT NULL,
    changed_at bigint NOT NULL,
    CONSTRAINT remedy_pkey PRIMARY KEY (id),
    CONSTRAINT remedy_about_check CHECK ((about <> ''::text)),
    CONSTRAINT remedy_agency_fkey FOREIGN KEY (agency) REFERENCES agency(id),
    CONSTRAINT remedy_agency_kind_number_key UNIQUE (agency, kind, number),
    CONSTRAINT remedy_case_file_fkey FOREIGN KEY (case_file) REFERENCES case_file(id),
    CONSTRAINT remedy_check CHECK ((ended_on >= filed_on)),
    CONSTRAINT remedy_check1 CHECK (((result IS NULL) = (ended_on IS NULL))),
    CONSTRAINT remedy_kind_check CHECK ((kind = ANY (ARRAY['review'::text, 'lawsuit'::text, 'lawsuit-after-review'::text, 'complaint'::text]))),
    CONSTRAINT remedy_number_check CHECK ((number <> ''::text)),
    CONSTRAINT remedy_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES person(id),
    CONSTRAINT remedy_result_check CHECK ((result = ANY (ARRAY['upheld'::text, 'corrected'::text, 'other'::text])))
);
CREATE INDEX remedy_by_case ON public.remedy USING btree (case_file) WHERE (case_file IS NOT NULL);
CREATE INDEX remedy_by_day ON public.remedy USING btree (agency, filed_on, id);
CREATE INDEX remedy_by_end ON public.remedy USING btree (agency, kind, ended_on);
CREATE INDEX remedy_by_filing ON public.remedy USING btree (agency, kind, filed_on);
CREATE TABLE remedy_change (
    remedy text NOT NULL,
    edition bigint NOT NULL,
    act text NOT NULL,
    kind text NOT NULL,
    number text NOT NULL,
    about text NOT NULL,
    case_file text,
    filed_on text NOT NULL,
    result text,
    ended_on text,
    reason text,
    person text NOT NULL,
    at bigint NOT NULL,
    CONSTRAINT remedy_change_pkey PRIMARY KEY (remedy, edition),
    CONSTRAINT remedy_change_act_check CHECK ((act = ANY (ARRAY['recorded'::text, 'closed'::text, 'corrected'::text]))),
    CONSTRAINT remedy_change_check CHECK (((act = 'corrected'::text) = (reason IS NOT NULL))),
    CONSTRAINT remedy_change_edition_check CHECK ((edition > 0)),
    CONSTRAINT remedy_change_person_fkey FOREIGN KEY (person) REFERENCES person(id),
    CONSTRAINT remedy_change_remedy_fkey FOREIGN KEY (remedy) REFERENCES remedy(id)
);
CREATE TRIGGER remedy_change_keeps_all BEFORE TRUNCATE ON public.remedy_change FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER remedy_change_keeps_rows BEFORE DELETE OR UPDATE ON public.remedy_change FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TABLE reminder (
    agency text NOT NULL,
    kind text NOT NULL,
    subject text NOT NULL,
    item text,
    since bigint NOT NULL,
    detail text NOT NULL,
    case_file text,
    CONSTRAINT reminder_pkey PRIMARY KEY (agency, kind, subject),
    CONSTRAINT reminder_agency_fkey FOREIGN KEY (agency) REFERENCES agency(id),
    CONSTRAINT reminder_case_file_fkey FOREIGN KEY (case_file) REFERENCES case_file(id),
    CONSTRAINT reminder_item_fkey FOREIGN KEY (item) REFERENCES item(id)
);
CREATE TABLE report (
    id text NOT NULL,
    agency text NOT NULL,
    year bigint NOT NULL,
    quarter bigint NOT NULL,
    format text NOT NULL,
    item text,
    created_by text,
    created_at bigint NOT NULL,
    changed_at bigint NOT NULL,
    CONSTRAINT report_pkey PRIMARY KEY (id),
    CONSTRAINT report_agency_fkey FOREIGN KEY (agency) REFERENCES agency(id),
    CONSTRAINT report_agency_year_quarter_key UNIQUE (agency, year, quarter),
    CONSTRAINT report_created_by_fkey FOREIGN KEY (created_by) REFERENCES person(id),
    CONSTRAINT report_item_fkey FOREIGN KEY (item) REFERENCES item(id),
    CONSTRAINT report_item_key UNIQUE (item),
    CONSTRAINT report_quarter_check CHECK (((quarter >= 0) AND (quarter <= 4)))
);
CREATE TABLE report_answer (
    report text NOT NULL,
    finding text NOT NULL,
    sentence text NOT NULL,
    person text NOT NULL,
    at bigint NOT NULL,
    CONSTRAINT report_answer_pkey PRIMARY KEY (report, finding),
    CONSTRAINT report_answer_person_fkey FOREIGN KEY (person) REFERENCES person(id),
    CONSTRAINT report_answer_report_fkey FOREIGN KEY (report) REFERENCES report(id)
);
CREATE TABLE report_figure (
    version text NOT NULL,
    number text NOT NULL,
    value text NOT NULL,
    name_zh text NOT NULL,
    name_en text NOT NULL,
    unit_zh text NOT NULL,
    unit_en text NOT NULL,
    how_zh text NOT NULL,
    how_en text NOT NULL,
    kind text,
    count bigint NOT NULL,
    opening text,
    records bytea NOT NULL,
    CONSTRAINT report_figure_pkey PRIMARY KEY (version, number),
    CONSTRAINT report_figure_opening_fkey FOREIGN KEY (opening) REFERENCES reading(id),
    CONSTRAINT report_figure_version_fkey FOREIGN KEY (version) REFERENCES report_freeze(version)
);
CREATE TRIGGER report_figure_keeps_all BEFORE TRUNCATE ON public.report_figure FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER report_figure_keeps_rows BEFORE DELETE OR UPDATE ON public.report_figure FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TABLE report_freeze (
    version text NOT NULL,
    report text NOT NULL,
    format text NOT NULL,
    agency_zh text NOT NULL,
    agency_en text NOT NULL,
    checksum text NOT NULL,
    at bigint NOT NULL,
    CONSTRAINT report_freeze_pkey PRIMARY KEY (version),
    CONSTRAINT report_freeze_report_fkey FOREIGN KEY (report) REFERENCES report(id),
    CONSTRAINT report_freeze_version_fkey FOREIGN KEY (version) REFERENCES version(id)
);
CREATE INDEX report_freeze_by_report ON public.report_freeze USING btree (report, at);
CREATE TRIGGER report_freeze_keeps_all BEFORE TRUNCATE ON public.report_freeze FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER report_freeze_keeps_rows BEFORE DELETE OR UPDATE ON public.report_freeze FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TABLE report_freeze_text (
    version text NOT NULL,
    section text NOT NULL,
    text text NOT NULL,
    CONSTRAINT report_freeze_text_pkey PRIMARY KEY (version, section),
    CONSTRAINT report_freeze_text_version_fkey FOREIGN KEY (version) REFERENCES report_freeze(version)
);
CREATE TRIGGER report_freeze_text_keeps_all BEFORE TRUNCATE ON public.report_freeze_text FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER report_freeze_text_keeps_rows BEFORE DELETE OR UPDATE ON public.report_freeze_text FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TABLE report_look (
    report text NOT NULL,
    number text NOT NULL,
    value text NOT NULL,
    at bigint NOT NULL,
    CONSTRAINT report_look_pkey PRIMARY KEY (report, number),
    CONSTRAINT report_look_report_fkey FOREIGN KEY (report) REFERENCES report(id)
);
CREATE TABLE report_text (
    report text NOT NULL,
    section text NOT NULL,
    text text NOT NULL,
    changed_by text,
    changed_at bigint NOT NULL,
    CONSTRAINT report_text_pkey PRIMARY KEY (report, section),
    CONSTRAINT report_text_changed_by_fkey FOREIGN KEY (changed_by) REFERENCES person(id),
    CONSTRAINT report_text_report_fkey FOREIGN KEY (report) REFERENCES report(id)
);
CREATE TABLE schema_migration (
    number bigint NOT NULL,
    name text NOT NULL,
    checksum text NOT NULL,
    CONSTRAINT schema_migration_pkey PRIMARY KEY (number)
);
CREATE TABLE sealing_key (
    id text NOT NULL,
    created_at bigint NOT NULL,
    marks_since bigint,
    CONSTRAINT sealing_key_pkey PRIMARY KEY (id)
);
CREATE TABLE search_document (
    leaf_index bigint NOT NULL,
    item text NOT NULL,
    agency text NOT NULL,
    title text NOT NULL,
    body text NOT NULL,
    tokens tsvector NOT NULL,
    CONSTRAINT search_document_pkey PRIMARY KEY (leaf_index),
    CONSTRAINT search_document_item_key UNIQUE (item)
);
CREATE INDEX search_document_by_agency ON public.search_document USING btree (agency, leaf_index);
CREATE INDEX search_document_by_token ON public.search_document USING gin (tokens);
CREATE TABLE second_factor (
    person text NOT NULL,
    key_id text NOT NULL,
    sealed bytea NOT NULL,
    last_step bigint NOT NULL,
    created_at bigint NOT NULL,
    confirmed_at bigint,
    CONSTRAINT second_factor_pkey PRIMARY KEY (person),
    CONSTRAINT second_factor_person_fkey FOREIGN KEY (person) REFERENCES person(id)
);
CREATE TABLE section (
    id text NOT NULL,
    agency text NOT NULL,
    code text NOT NULL,
    kind text NOT NULL,
    name_zh text NOT NULL,
    name_en text NOT NULL,
    place bigint NOT NULL,
    CONSTRAINT section_pkey PRIMARY KEY (id),
    CONSTRAINT section_agency_code_key UNIQUE (agency, code),
    CONSTRAINT section_agency_fkey FOREIGN KEY (agency) REFERENCES agency(id),
    CONSTRAINT section_kind_check CHECK ((kind = ANY (ARRAY['section'::text, 'sub-office'::text])))
);
CREATE TABLE session (
    token_hash text NOT NULL,
    person text NOT NULL,
    created_at bigint NOT NULL,
    seen_at bigint NOT NULL,
    form_hash text,
    awaits_code bigint NOT NULL DEFAULT 0,
    CONSTRAINT session_pkey PRIMARY KEY (token_hash),
    CONSTRAINT session_person_fkey FOREIGN KEY (person) REFERENCES person(id)
);
CREATE INDEX session_by_form ON public.session USING btree (form_hash);
CREATE INDEX session_by_person ON public.session USING btree (person);
CREATE INDEX session_by_seen ON public.session USING btree (seen_at);
CREATE TABLE takedown (
    item text NOT NULL,
    channel text NOT NULL,
    asked_at bigint NOT NULL,
    done_on text,
    evidence text,
    recorded_by text,
    CONSTRAINT takedown_pkey PRIMARY KEY (item, channel),
    CONSTRAINT takedown_channel_fkey FOREIGN KEY (channel) REFERENCES channel(id),
    CONSTRAINT takedown_item_fkey FOREIGN KEY (item) REFERENCES item(id),
    CONSTRAINT takedown_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES person(id)
);
CREATE INDEX takedown_open ON public.takedown USING btree (asked_at) WHERE (done_on IS NULL);
CREATE TABLE version (
    id text NOT NULL,
    item text NOT NULL,
    number bigint NOT NULL,
    author text NOT NULL,
    bytes bytea NOT NULL,
    hash text NOT NULL,
    salt bytea NOT NULL,
    created_at bigint NOT NULL,
    CONSTRAINT version_pkey PRIMARY KEY (id),
    CONSTRAINT version_author_fkey FOREIGN KEY (author) REFERENCES person(id),
    CONSTRAINT version_item_fkey FOREIGN KEY (item) REFERENCES item(id),
    CONSTRAINT version_item_number_key UNIQUE (item, number)
);
CREATE TRIGGER version_keeps_all BEFORE TRUNCATE ON public.version FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER version_keeps_rows BEFORE DELETE OR UPDATE ON public.version FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TABLE version_file (
    version text NOT NULL,
    place bigint NOT NULL,
    blob text NOT NULL,
    CONSTRAINT version_file_pkey PRIMARY KEY (version, place),
    CONSTRAINT version_file_blob_fkey FOREIGN KEY (blob) REFERENCES blob(sha256),
    CONSTRAINT version_file_version_fkey FOREIGN KEY (version) REFERENCES version(id)
);
CREATE INDEX version_file_by_blob ON public.version_file USING btree (blob);
CREATE TRIGGER version_file_keeps_all BEFORE TRUNCATE ON public.version_file FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER version_file_keeps_rows BEFORE DELETE OR UPDATE ON public.version_file FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TABLE withdrawal (
    id text NOT NULL,
    item text NOT NULL,
    ground text NOT NULL,
    reason text NOT NULL,
    evidence text NOT NULL,
    approvals_needed bigint NOT NULL,
    asked_by text NOT NULL,
    asked_at bigint NOT NULL,
    state text NOT NULL,
    closed_at bigint,
    event_on text,
    CONSTRAINT withdrawal_pkey PRIMARY KEY (id),
    CONSTRAINT withdrawal_approvals_needed_check CHECK ((approvals_needed > 0)),
    CONSTRAINT withdrawal_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES person(id),
    CONSTRAINT withdrawal_item_fkey FOREIGN KEY (item) REFERENCES item(id),
    CONSTRAINT withdrawal_state_check CHECK ((state = ANY (ARRAY['open'::text, 'done'::text, 'refused'::text])))
);
CREATE INDEX withdrawal_by_item ON public.withdrawal USING btree (item, asked_at);
CREATE UNIQUE INDEX withdrawal_open ON public.withdrawal USING btree (item) WHERE (state = 'open'::text);
CREATE TABLE withdrawal_verdict (
    withdrawal text NOT NULL,
    person text NOT NULL,
    verdict text NOT NULL,
    reason text NOT NULL,
    at bigint NOT NULL,
    CONSTRAINT withdrawal_verdict_pkey PRIMARY KEY (withdrawal, person),
    CONSTRAINT withdrawal_verdict_person_fkey FOREIGN KEY (person) REFERENCES person(id),
    CONSTRAINT withdrawal_verdict_verdict_check CHECK ((verdict = ANY (ARRAY['pass'::text, 'send-back'::text]))),
    CONSTRAINT withdrawal_verdict_withdrawal_fkey FOREIGN KEY (withdrawal) REFERENCES withdrawal(id)
);
CREATE TRIGGER withdrawal_verdict_keeps_all BEFORE TRUNCATE ON public.withdrawal_verdict FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER withdrawal_verdict_keeps_rows BEFORE DELETE OR UPDATE ON public.withdrawal_verdict FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE OR REPLACE FUNCTION public.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
    RAISE EXCEPTION 'append-only: %', TG_TABLE_NAME USING ERRCODE = 'GK001';
END
$function$
;
