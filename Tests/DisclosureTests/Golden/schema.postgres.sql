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
    CONSTRAINT audit_pkey PRIMARY KEY (id)
);
CREATE INDEX audit_by_agency ON public.audit USING btree (agency, at);
CREATE INDEX audit_by_person ON public.audit USING btree (person, at);
CREATE INDEX audit_by_subject ON public.audit USING btree (subject, at);
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
    CONSTRAINT item_pkey PRIMARY KEY (id),
    CONSTRAINT item_agency_fkey FOREIGN KEY (agency) REFERENCES agency(id),
    CONSTRAINT item_agency_index_number_key UNIQUE (agency, index_number),
    CONSTRAINT item_class_fkey FOREIGN KEY (class) REFERENCES item_class(id),
    CONSTRAINT item_created_by_fkey FOREIGN KEY (created_by) REFERENCES person(id),
    CONSTRAINT item_leaf_id_key UNIQUE (leaf_id),
    CONSTRAINT item_leaf_index_key UNIQUE (leaf_index),
    CONSTRAINT item_portal_column_fkey FOREIGN KEY (portal_column) REFERENCES portal_column(id),
    CONSTRAINT item_provenance_check CHECK ((provenance = ANY (ARRAY['own'::text, 'imported'::text]))),
    CONSTRAINT item_section_fkey FOREIGN KEY (section) REFERENCES section(id),
    CONSTRAINT item_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'review'::text, 'published'::text, 'filed'::text])))
);
CREATE INDEX item_by_agency ON public.item USING btree (agency, leaf_index);
CREATE INDEX item_by_author ON public.item USING btree (created_by, state, changed_at);
CREATE INDEX item_by_due ON public.item USING btree (agency, state, due_at);
CREATE INDEX item_by_state ON public.item USING btree (agency, state, changed_at);
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
CREATE TABLE publication (
    leaf_index bigint NOT NULL,
    item text NOT NULL,
    version text NOT NULL,
    bytes bytea NOT NULL,
    CONSTRAINT publication_pkey PRIMARY KEY (leaf_index),
    CONSTRAINT publication_item_fkey FOREIGN KEY (item) REFERENCES item(id),
    CONSTRAINT publication_leaf_index_fkey FOREIGN KEY (leaf_index) REFERENCES ledger_leaf(leaf_index),
    CONSTRAINT publication_version_fkey FOREIGN KEY (version) REFERENCES version(id)
);
CREATE INDEX publication_by_item ON public.publication USING btree (item, leaf_index);
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
CREATE TABLE schema_migration (
    number bigint NOT NULL,
    name text NOT NULL,
    checksum text NOT NULL,
    CONSTRAINT schema_migration_pkey PRIMARY KEY (number)
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
    CONSTRAINT session_pkey PRIMARY KEY (token_hash),
    CONSTRAINT session_person_fkey FOREIGN KEY (person) REFERENCES person(id)
);
CREATE INDEX session_by_person ON public.session USING btree (person);
CREATE INDEX session_by_seen ON public.session USING btree (seen_at);
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
CREATE OR REPLACE FUNCTION public.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
    RAISE EXCEPTION 'append-only: %', TG_TABLE_NAME USING ERRCODE = 'GK001';
END
$function$
;
