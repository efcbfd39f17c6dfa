CREATE TABLE absence (
    id TEXT PRIMARY KEY,
    agency TEXT NOT NULL REFERENCES agency (id),
    person TEXT NOT NULL REFERENCES person (id),
    from_on TEXT NOT NULL,
    to_on TEXT NOT NULL,
    created_by TEXT NOT NULL REFERENCES person (id),
    created_at INTEGER NOT NULL,
    ended_at INTEGER,
    CHECK (from_on <= to_on)
) STRICT;
CREATE INDEX absence_by_agency ON absence (agency, to_on);
CREATE INDEX absence_by_person ON absence (person, to_on);
CREATE TABLE agency (
    id TEXT PRIMARY KEY,
    code TEXT NOT NULL UNIQUE,
    level TEXT NOT NULL,
    name_zh TEXT NOT NULL,
    name_en TEXT NOT NULL,
    region_code TEXT NOT NULL,
    credit_code TEXT NOT NULL,
    site_id_code TEXT NOT NULL,
    index_template TEXT NOT NULL,
    contact TEXT NOT NULL,
    disclosure_office TEXT NOT NULL,
    is_demonstration INTEGER NOT NULL,
    follows_catalogue INTEGER NOT NULL,
    created_at INTEGER NOT NULL
) STRICT;
CREATE TABLE agency_name (
    agency TEXT NOT NULL REFERENCES agency (id),
    valid_from TEXT NOT NULL,
    valid_to TEXT,
    name_zh TEXT NOT NULL,
    name_en TEXT NOT NULL,
    PRIMARY KEY (agency, valid_from)
) STRICT;
CREATE TABLE audit (
    id TEXT PRIMARY KEY,
    at INTEGER NOT NULL,
    agency TEXT,
    person TEXT,
    act TEXT NOT NULL,
    subject_kind TEXT NOT NULL,
    subject TEXT NOT NULL,
    detail TEXT NOT NULL
, for_person TEXT) STRICT;
CREATE INDEX audit_by_act ON audit (agency, act, at, id);
CREATE INDEX audit_by_agency ON audit (agency, at);
CREATE INDEX audit_by_doer ON audit (agency, person, at, id);
CREATE INDEX audit_by_giver ON audit (agency, for_person, at, id);
CREATE INDEX audit_by_person ON audit (person, at);
CREATE INDEX audit_by_place ON audit (agency, at, id);
CREATE INDEX audit_by_subject ON audit (subject, at);
CREATE INDEX audit_by_thing ON audit (agency, subject, at, id);
CREATE TRIGGER audit_keeps_deletes BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'append-only: audit'); END;
CREATE TRIGGER audit_keeps_updates BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'append-only: audit'); END;
CREATE TABLE blob (
    sha256 TEXT PRIMARY KEY,
    size INTEGER NOT NULL,
    kind TEXT NOT NULL,
    metadata TEXT NOT NULL,
    remarks TEXT NOT NULL,
    text_state TEXT NOT NULL,
    pages_without_text TEXT NOT NULL,
    findings TEXT NOT NULL,
    stored_at INTEGER NOT NULL
) STRICT;
CREATE TABLE blob_text (
    sha256 TEXT PRIMARY KEY REFERENCES blob (sha256),
    text TEXT NOT NULL
) STRICT;
CREATE TABLE bulk_act (
    id TEXT PRIMARY KEY,
    agency TEXT NOT NULL REFERENCES agency (id),
    person TEXT NOT NULL REFERENCES person (id),
    act TEXT NOT NULL,
    at INTEGER NOT NULL
) STRICT;
CREATE TABLE bulk_line (
    bulk TEXT NOT NULL REFERENCES bulk_act (id),
    place INTEGER NOT NULL,
    subject TEXT NOT NULL,
    is_done INTEGER NOT NULL,
    words_zh TEXT NOT NULL,
    words_en TEXT NOT NULL,
    PRIMARY KEY (bulk, subject)
) STRICT;
CREATE TABLE case_assessment (
    id TEXT PRIMARY KEY,
    case_file TEXT NOT NULL REFERENCES case_file (id),
    outcome TEXT NOT NULL CHECK (outcome IN ('still-closed', 'open')),
    reason TEXT NOT NULL CHECK (reason <> ''),
    person TEXT NOT NULL REFERENCES person (id),
    at INTEGER NOT NULL
) STRICT;
CREATE INDEX case_assessment_by_case ON case_assessment (case_file, at);
CREATE TRIGGER case_assessment_keeps_deletes BEFORE DELETE ON case_assessment BEGIN SELECT RAISE(ABORT, 'append-only: case_assessment'); END;
CREATE TRIGGER case_assessment_keeps_updates BEFORE UPDATE ON case_assessment BEGIN SELECT RAISE(ABORT, 'append-only: case_assessment'); END;
CREATE TABLE case_attachment (
    id TEXT PRIMARY KEY,
    case_file TEXT NOT NULL REFERENCES case_file (id),
    place INTEGER NOT NULL,
    size INTEGER NOT NULL,
    kind TEXT NOT NULL
) STRICT;
CREATE INDEX case_attachment_by_case ON case_attachment (case_file, place);
CREATE TABLE case_clock (
    case_file TEXT NOT NULL REFERENCES case_file (id),
    clock TEXT NOT NULL,
    agency TEXT NOT NULL REFERENCES agency (id),
    is_running INTEGER NOT NULL,
    due_on TEXT,
    PRIMARY KEY (case_file, clock)
) STRICT;
CREATE INDEX case_clock_by_due ON case_clock (agency, is_running, due_on);
CREATE TABLE case_event (
    case_file TEXT NOT NULL REFERENCES case_file (id),
    place INTEGER NOT NULL,
    event TEXT NOT NULL,
    state TEXT NOT NULL,
    on_date TEXT NOT NULL,
    answers INTEGER,
    choice TEXT,
    days INTEGER,
    fen INTEGER,
    performer TEXT NOT NULL CHECK (performer IN ('officer', 'approver', 'applicant', 'program')),
    person TEXT REFERENCES person (id),
    at INTEGER NOT NULL,
    PRIMARY KEY (case_file, place)
) STRICT;
CREATE INDEX case_event_by_answer ON case_event (event, on_date) WHERE answers IS NOT NULL;
CREATE INDEX case_event_by_kind ON case_event (event, case_file);
CREATE TRIGGER case_event_keeps_deletes BEFORE DELETE ON case_event BEGIN SELECT RAISE(ABORT, 'append-only: case_event'); END;
CREATE TRIGGER case_event_keeps_updates BEFORE UPDATE ON case_event BEGIN SELECT RAISE(ABORT, 'append-only: case_event'); END;
CREATE TABLE case_file (
    id TEXT PRIMARY KEY,
    agency TEXT NOT NULL REFERENCES agency (id),
    kind TEXT NOT NULL,
    procedure TEXT NOT NULL,
    number TEXT NOT NULL,
    query_hash TEXT NOT NULL UNIQUE,
    channel TEXT NOT NULL,
    source TEXT,
    state TEXT NOT NULL,
    is_open INTEGER NOT NULL,
    events INTEGER NOT NULL,
    section TEXT REFERENCES section (id),
    officer TEXT REFERENCES person (id),
    applicant_class TEXT NOT NULL,
    applicant_mark TEXT,
    filed_at INTEGER NOT NULL,
    received_on TEXT NOT NULL,
    is_confirmed INTEGER NOT NULL,
    due_on TEXT,
    outcome TEXT,
    closed_on TEXT,
    is_on_time INTEGER,
    erase_on TEXT, mark_key TEXT, rating TEXT,
    UNIQUE (agency, number),
    UNIQUE (agency, source),
    CHECK ((closed_on IS NULL) = (is_open = 1))
) STRICT;
CREATE INDEX case_file_by_applicant ON case_file (agency, applicant_mark, received_on);
CREATE INDEX case_file_by_closing ON case_file (agency, kind, closed_on, id, is_on_time);
CREATE INDEX case_file_by_due ON case_file (agency, is_open, due_on, id);
CREATE INDEX case_file_by_end
ON case_file (agency, kind, closed_on, received_on, procedure, outcome, applicant_class);
CREATE INDEX case_file_by_erasure ON case_file (erase_on);
CREATE INDEX case_file_by_officer ON case_file (officer, is_open, due_on, id);
CREATE INDEX case_file_by_rating ON case_file (agency, closed_on, kind, rating) WHERE rating IS NOT NULL;
CREATE INDEX case_file_by_receipt ON case_file (agency, kind, received_on, id);
CREATE INDEX case_file_by_state ON case_file (agency, kind, state, received_on, id);
CREATE TABLE case_item (
    case_file TEXT NOT NULL REFERENCES case_file (id),
    item TEXT NOT NULL UNIQUE REFERENCES item (id),
    PRIMARY KEY (case_file, item)
) STRICT;
CREATE TABLE case_letter (
    case_file TEXT NOT NULL REFERENCES case_file (id),
    place INTEGER NOT NULL,
    kind TEXT NOT NULL,
    number TEXT NOT NULL,
    leaf_id TEXT NOT NULL UNIQUE,
    at INTEGER NOT NULL,
    PRIMARY KEY (case_file, place)
) STRICT;
CREATE TRIGGER case_letter_keeps_deletes BEFORE DELETE ON case_letter BEGIN SELECT RAISE(ABORT, 'append-only: case_letter'); END;
CREATE TRIGGER case_letter_keeps_updates BEFORE UPDATE ON case_letter BEGIN SELECT RAISE(ABORT, 'append-only: case_letter'); END;
CREATE TABLE case_message_waiting (
    case_file TEXT PRIMARY KEY REFERENCES case_file (id),
    agency TEXT NOT NULL REFERENCES agency (id),
    place INTEGER NOT NULL,
    at INTEGER NOT NULL
) STRICT;
CREATE INDEX case_message_waiting_by_time ON case_message_waiting (agency, at);
CREATE TABLE case_notice (
    case_file TEXT NOT NULL REFERENCES case_file (id),
    place INTEGER NOT NULL,
    occasion TEXT NOT NULL CHECK (occasion IN ('event', 'lapse')),
    state TEXT NOT NULL CHECK (state IN ('waiting', 'sending', 'sent', 'stopped', 'given-up')),
    created_at INTEGER NOT NULL,
    begun_at INTEGER,
    broken_off INTEGER NOT NULL DEFAULT 0,
    settled_at INTEGER,
    reason TEXT,
    PRIMARY KEY (case_file, place, occasion),
    CHECK ((settled_at IS NULL) = (state IN ('waiting', 'sending'))),
    CHECK ((reason IS NULL) = (state <> 'given-up'))
) STRICT;
CREATE TABLE case_relation (
    case_file TEXT NOT NULL REFERENCES case_file (id),
    kind TEXT NOT NULL CHECK (kind IN ('merged', 'split')),
    main TEXT NOT NULL REFERENCES case_file (id),
    PRIMARY KEY (case_file, kind),
    CHECK (case_file <> main)
) STRICT;
CREATE INDEX case_relation_by_main ON case_relation (main, kind, case_file);
CREATE TABLE case_review (
    case_file TEXT PRIMARY KEY REFERENCES case_file (id),
    due_on TEXT NOT NULL
) STRICT;
CREATE INDEX case_review_by_day ON case_review (due_on);
CREATE TABLE case_subscription (
    case_file TEXT PRIMARY KEY REFERENCES case_file (id),
    began_at INTEGER NOT NULL,
    ended_at INTEGER
) STRICT;
CREATE TABLE case_words (
    case_file TEXT NOT NULL REFERENCES case_file (id),
    part TEXT NOT NULL,
    key_id TEXT NOT NULL,
    sealed BLOB NOT NULL,
    PRIMARY KEY (case_file, part)
) STRICT;
CREATE INDEX case_words_by_key ON case_words (key_id);
CREATE TABLE channel (
    id TEXT PRIMARY KEY,
    agency TEXT NOT NULL REFERENCES agency (id),
    code TEXT NOT NULL,
    kind TEXT NOT NULL,
    name_zh TEXT NOT NULL,
    name_en TEXT NOT NULL,
    is_automatic INTEGER NOT NULL,
    place INTEGER NOT NULL,
    UNIQUE (agency, code)
) STRICT;
CREATE TABLE comment_outcome (
    outcome TEXT PRIMARY KEY REFERENCES item (id),
    draft TEXT NOT NULL REFERENCES item (id)
) STRICT;
CREATE INDEX comment_outcome_by_draft ON comment_outcome (draft);
CREATE TABLE debt (
    id TEXT PRIMARY KEY,
    item TEXT NOT NULL REFERENCES item (id),
    version TEXT NOT NULL REFERENCES version (id),
    kind TEXT NOT NULL CHECK (kind IN ('legal', 'sign-off')),
    agreed_by TEXT NOT NULL REFERENCES person (id),
    means TEXT NOT NULL,
    reason TEXT NOT NULL,
    recorded_by TEXT NOT NULL REFERENCES person (id),
    recorded_at INTEGER NOT NULL,
    settled_at INTEGER,
    verdict TEXT CHECK (verdict IN ('pass', 'send-back')),
    UNIQUE (version, kind)
) STRICT;
CREATE INDEX debt_by_item ON debt (item);
CREATE INDEX debt_open ON debt (recorded_at) WHERE settled_at IS NULL;
CREATE TABLE delegation (
    id TEXT PRIMARY KEY,
    agency TEXT NOT NULL REFERENCES agency (id),
    giver TEXT NOT NULL REFERENCES person (id),
    taker TEXT NOT NULL REFERENCES person (id),
    role TEXT NOT NULL,
    from_on TEXT NOT NULL,
    to_on TEXT NOT NULL,
    created_by TEXT NOT NULL REFERENCES person (id),
    created_at INTEGER NOT NULL,
    ended_by TEXT REFERENCES person (id),
    ended_at INTEGER,
    CHECK (giver <> taker),
    CHECK (from_on <= to_on)
) STRICT;
CREATE INDEX delegation_by_giver ON delegation (giver, to_on);
CREATE INDEX delegation_by_taker ON delegation (taker, to_on);
CREATE TABLE delivery (
    id TEXT PRIMARY KEY,
    item TEXT NOT NULL REFERENCES item (id),
    channel TEXT NOT NULL REFERENCES channel (id),
    stage TEXT NOT NULL CHECK (stage IN ('submitted', 'accepted', 'delivered')),
    delivered_on TEXT NOT NULL,
    receipt TEXT NOT NULL,
    recorded_by TEXT REFERENCES person (id),
    recorded_at INTEGER NOT NULL,
    idempotency_key TEXT NOT NULL UNIQUE
) STRICT;
CREATE INDEX delivery_by_channel ON delivery (channel, delivered_on);
CREATE INDEX delivery_by_item ON delivery (item, recorded_at);
CREATE TABLE demanded_factor (
    agency TEXT NOT NULL REFERENCES agency (id),
    role TEXT NOT NULL,
    PRIMARY KEY (agency, role)
) STRICT;
CREATE TABLE ended_session (
    token_hash TEXT PRIMARY KEY,
    form_hash TEXT NOT NULL,
    person TEXT NOT NULL REFERENCES person (id),
    ended_at INTEGER NOT NULL
) STRICT;
CREATE INDEX ended_session_by_end ON ended_session (ended_at);
CREATE INDEX ended_session_by_form ON ended_session (form_hash);
CREATE TABLE hand (
    version TEXT NOT NULL REFERENCES version (id),
    person TEXT NOT NULL REFERENCES person (id),
    part TEXT NOT NULL CHECK (part IN ('author', 'reviewer', 'approver')),
    PRIMARY KEY (version, person),
    UNIQUE (version, person, part)
) STRICT;
CREATE TRIGGER hand_keeps_deletes BEFORE DELETE ON hand BEGIN SELECT RAISE(ABORT, 'append-only: hand'); END;
CREATE TRIGGER hand_keeps_updates BEFORE UPDATE ON hand BEGIN SELECT RAISE(ABORT, 'append-only: hand'); END;
CREATE TABLE holiday_year (
    number INTEGER PRIMARY KEY,
    year INTEGER NOT NULL,
    notice TEXT NOT NULL CHECK (notice <> ''),
    text TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    person TEXT REFERENCES person (id),
    at INTEGER NOT NULL,
    CHECK (number > 0)
) STRICT;
CREATE TRIGGER holiday_year_keeps_deletes BEFORE DELETE ON holiday_year BEGIN SELECT RAISE(ABORT, 'append-only: holiday_year'); END;
CREATE TRIGGER holiday_year_keeps_updates BEFORE UPDATE ON holiday_year BEGIN SELECT RAISE(ABORT, 'append-only: holiday_year'); END;
CREATE TABLE import_batch (
    id TEXT PRIMARY KEY,
    agency TEXT NOT NULL REFERENCES agency (id),
    duty TEXT NOT NULL,
    file_name TEXT NOT NULL,
    manifest_hash TEXT NOT NULL,
    row_count INTEGER NOT NULL,
    editor TEXT NOT NULL REFERENCES person (id),
    secrecy_person TEXT NOT NULL REFERENCES person (id),
    secrecy_reason TEXT NOT NULL,
    cleared TEXT NOT NULL,
    approver TEXT NOT NULL REFERENCES person (id),
    signed_at INTEGER NOT NULL,
    CHECK (editor <> secrecy_person AND editor <> approver AND secrecy_person <> approver),
    CHECK (cleared = '' OR secrecy_reason <> ''),
    UNIQUE (agency, duty, manifest_hash)
) STRICT;
CREATE TRIGGER import_batch_keeps_deletes BEFORE DELETE ON import_batch BEGIN SELECT RAISE(ABORT, 'append-only: import_batch'); END;
CREATE TRIGGER import_batch_keeps_updates BEFORE UPDATE ON import_batch BEGIN SELECT RAISE(ABORT, 'append-only: import_batch'); END;
CREATE TABLE import_row (
    agency TEXT NOT NULL REFERENCES agency (id),
    source_id TEXT NOT NULL,
    batch TEXT REFERENCES import_batch (id),
    line INTEGER NOT NULL,
    item TEXT NOT NULL UNIQUE REFERENCES item (id),
    version_hash TEXT NOT NULL,
    PRIMARY KEY (agency, source_id)
) STRICT;
CREATE INDEX import_row_by_batch ON import_row (batch);
CREATE TRIGGER import_row_keeps_deletes BEFORE DELETE ON import_row BEGIN SELECT RAISE(ABORT, 'append-only: import_row'); END;
CREATE TRIGGER import_row_keeps_updates BEFORE UPDATE ON import_row BEGIN SELECT RAISE(ABORT, 'append-only: import_row'); END;
CREATE TABLE index_serial (
    agency TEXT NOT NULL REFERENCES agency (id),
    scope TEXT NOT NULL,
    last INTEGER NOT NULL,
    PRIMARY KEY (agency, scope)
) STRICT;
CREATE TABLE interpretation_waiver (
    version TEXT PRIMARY KEY REFERENCES version (id),
    ground TEXT NOT NULL,
    person TEXT NOT NULL REFERENCES person (id),
    at INTEGER NOT NULL
) STRICT;
CREATE TRIGGER interpretation_waiver_keeps_deletes BEFORE DELETE ON interpretation_waiver BEGIN SELECT RAISE(ABORT, 'append-only: interpretation_waiver'); END;
CREATE TRIGGER interpretation_waiver_keeps_updates BEFORE UPDATE ON interpretation_waiver BEGIN SELECT RAISE(ABORT, 'append-only: interpretation_waiver'); END;
CREATE TABLE item (
    id TEXT PRIMARY KEY,
    agency TEXT NOT NULL REFERENCES agency (id),
    duty TEXT NOT NULL,
    section TEXT REFERENCES section (id),
    class TEXT REFERENCES item_class (id),
    portal_column TEXT REFERENCES portal_column (id),
    state TEXT NOT NULL CHECK (state IN ('draft', 'review', 'published', 'filed', 'scheduled', 'withdrawn', 'expired')),
    provenance TEXT NOT NULL CHECK (provenance IN ('own', 'imported')),
    title TEXT NOT NULL,
    formed_on TEXT NOT NULL,
    current_version TEXT NOT NULL,
    public_version TEXT,
    leaf_id TEXT UNIQUE,
    leaf_index INTEGER UNIQUE,
    index_number TEXT,
    published_at INTEGER,
    returned_reason TEXT,
    due_at INTEGER,
    created_by TEXT NOT NULL REFERENCES person (id),
    created_at INTEGER NOT NULL,
    changed_at INTEGER NOT NULL, revision TEXT CHECK (revision IN ('draft', 'review', 'scheduled')), revision_ground TEXT, revision_reason TEXT, publish_at INTEGER, display_until TEXT, ended_at INTEGER, end_ground TEXT, validity TEXT NOT NULL DEFAULT 'in-force'
    CHECK (validity IN ('in-force', 'amended', 'repealed', 'lapsed')), revision_event_on TEXT, validity_on TEXT,
    UNIQUE (agency, index_number)
) STRICT;
CREATE INDEX item_by_agency ON item (agency, leaf_index);
CREATE INDEX item_by_author ON item (created_by, state, changed_at);
CREATE INDEX item_by_display ON item (display_until) WHERE display_until IS NOT NULL;
CREATE INDEX item_by_due ON item (agency, state, due_at);
CREATE INDEX item_by_formation ON item (agency, duty, formed_on, state);
CREATE INDEX item_by_publication ON item (agency, published_at, duty, state);
CREATE INDEX item_by_revision ON item (agency, revision) WHERE revision IS NOT NULL;
CREATE INDEX item_by_state ON item (agency, state, changed_at);
CREATE INDEX item_by_validity ON item (agency, validity_on) WHERE validity_on IS NOT NULL;
CREATE TABLE item_carrier (
    item TEXT PRIMARY KEY REFERENCES item (id),
    person TEXT NOT NULL REFERENCES person (id),
    handed_by TEXT NOT NULL REFERENCES person (id),
    handed_at INTEGER NOT NULL
) STRICT;
CREATE INDEX item_carrier_by_person ON item_carrier (person);
CREATE TABLE item_class (
    id TEXT PRIMARY KEY,
    agency TEXT NOT NULL REFERENCES agency (id),
    code TEXT NOT NULL,
    name_zh TEXT NOT NULL,
    name_en TEXT NOT NULL,
    place INTEGER NOT NULL,
    UNIQUE (agency, code)
) STRICT;
CREATE TABLE item_facet (
    item TEXT NOT NULL REFERENCES item (id),
    agency TEXT NOT NULL,
    key TEXT NOT NULL,
    value TEXT NOT NULL,
    leaf_index INTEGER NOT NULL,
    PRIMARY KEY (item, key, value)
) STRICT;
CREATE INDEX item_facet_by_value ON item_facet (agency, key, value, leaf_index);
CREATE TABLE item_pair (
    interpretation TEXT PRIMARY KEY REFERENCES item (id),
    document TEXT NOT NULL REFERENCES item (id),
    bound_by TEXT NOT NULL REFERENCES person (id),
    bound_at INTEGER NOT NULL,
    CHECK (interpretation <> document)
) STRICT;
CREATE INDEX item_pair_by_document ON item_pair (document);
CREATE TABLE item_relation (
    source TEXT NOT NULL REFERENCES item (id),
    target TEXT NOT NULL REFERENCES item (id),
    kind TEXT NOT NULL CHECK (kind IN ('amends', 'repeals', 'supersedes')),
    since TEXT NOT NULL,
    recorded_by TEXT NOT NULL REFERENCES person (id),
    recorded_at INTEGER NOT NULL,
    PRIMARY KEY (target, source),
    CHECK (source <> target)
) STRICT;
CREATE INDEX item_relation_by_source ON item_relation (source);
CREATE TABLE item_value (
    item TEXT NOT NULL REFERENCES item (id),
    agency TEXT NOT NULL,
    key TEXT NOT NULL,
    value TEXT NOT NULL,
    number INTEGER,
    PRIMARY KEY (item, key, value)
) STRICT;
CREATE TABLE job (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    payload TEXT NOT NULL,
    due_at INTEGER NOT NULL,
    attempts INTEGER NOT NULL,
    claimed_until INTEGER,
    last_error TEXT,
    unique_key TEXT UNIQUE
) STRICT;
CREATE INDEX job_by_due ON job (due_at);
CREATE TABLE kept_form (
    id TEXT PRIMARY KEY,
    person TEXT NOT NULL REFERENCES person (id),
    key_id TEXT NOT NULL,
    sealed BLOB NOT NULL,
    created_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    claimed_at INTEGER
) STRICT;
CREATE INDEX kept_form_by_end ON kept_form (expires_at);
CREATE INDEX kept_form_by_person ON kept_form (person, created_at);
CREATE TABLE leaf_series (
    series TEXT PRIMARY KEY,
    last INTEGER NOT NULL
) STRICT;
CREATE TABLE ledger_head (id INTEGER PRIMARY KEY CHECK (id = 1), size INTEGER NOT NULL) STRICT;
CREATE TABLE ledger_leaf (
    leaf_index INTEGER PRIMARY KEY,
    leaf_id TEXT NOT NULL,
    bytes BLOB NOT NULL,
    hash TEXT NOT NULL,
    at INTEGER NOT NULL
) STRICT;
CREATE INDEX ledger_leaf_by_id ON ledger_leaf (leaf_id, leaf_index);
CREATE TRIGGER ledger_leaf_keeps_deletes BEFORE DELETE ON ledger_leaf BEGIN SELECT RAISE(ABORT, 'append-only: ledger_leaf'); END;
CREATE TRIGGER ledger_leaf_keeps_updates BEFORE UPDATE ON ledger_leaf BEGIN SELECT RAISE(ABORT, 'append-only: ledger_leaf'); END;
CREATE TABLE letter_template (
    agency TEXT NOT NULL REFERENCES agency (id),
    kind TEXT NOT NULL,
    text TEXT NOT NULL,
    changed_by TEXT NOT NULL REFERENCES person (id),
    changed_at INTEGER NOT NULL,
    PRIMARY KEY (agency, kind)
) STRICT;
CREATE TABLE "link_check" (
    item TEXT PRIMARY KEY REFERENCES item (id),
    address TEXT NOT NULL,
    outcome TEXT NOT NULL,
    checked_on TEXT,
    failures INTEGER NOT NULL,
    failing_since INTEGER
) STRICT;
CREATE TABLE one_time_link (
    token_hash TEXT PRIMARY KEY,
    person TEXT NOT NULL REFERENCES person (id),
    created_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL
) STRICT;
CREATE INDEX one_time_link_by_person ON one_time_link (person);
CREATE TABLE opinion (
    id TEXT PRIMARY KEY,
    version TEXT NOT NULL,
    person TEXT NOT NULL,
    part TEXT NOT NULL,
    kind TEXT NOT NULL,
    verdict TEXT NOT NULL CHECK (verdict IN ('pass', 'send-back')),
    reason TEXT NOT NULL,
    version_hash TEXT NOT NULL,
    cleared TEXT NOT NULL,
    at INTEGER NOT NULL,
    FOREIGN KEY (version, person, part) REFERENCES hand (version, person, part),
    CHECK (part = CASE kind WHEN 'sign-off' THEN 'approver' ELSE 'reviewer' END),
    UNIQUE (version, kind)
) STRICT;
CREATE TRIGGER opinion_keeps_deletes BEFORE DELETE ON opinion BEGIN SELECT RAISE(ABORT, 'append-only: opinion'); END;
CREATE TRIGGER opinion_keeps_updates BEFORE UPDATE ON opinion BEGIN SELECT RAISE(ABORT, 'append-only: opinion'); END;
CREATE TABLE person (
    id TEXT PRIMARY KEY,
    agency TEXT NOT NULL REFERENCES agency (id),
    section TEXT REFERENCES section (id),
    login TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    is_active INTEGER NOT NULL,
    password TEXT,
    failures INTEGER NOT NULL,
    locked_until INTEGER,
    language TEXT NOT NULL,
    created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX person_by_agency ON person (agency, login);
CREATE TABLE person_role (
    person TEXT NOT NULL REFERENCES person (id),
    role TEXT NOT NULL,
    PRIMARY KEY (person, role)
) STRICT;
CREATE TABLE portal_column (
    id TEXT PRIMARY KEY,
    agency TEXT NOT NULL REFERENCES agency (id),
    parent TEXT REFERENCES portal_column (id),
    level INTEGER NOT NULL CHECK (level BETWEEN 1 AND 3),
    path TEXT NOT NULL,
    catalogue_column TEXT,
    name_zh TEXT NOT NULL,
    name_en TEXT NOT NULL,
    place INTEGER NOT NULL,
    UNIQUE (agency, path)
) STRICT;
CREATE TABLE public_comment (
    id TEXT PRIMARY KEY,
    item TEXT NOT NULL REFERENCES item (id),
    receipt_hash TEXT NOT NULL UNIQUE,
    key_id TEXT NOT NULL,
    person BLOB,
    body BLOB NOT NULL,
    findings TEXT NOT NULL,
    received_at INTEGER NOT NULL,
    treatment TEXT CHECK (treatment IN ('adopted', 'partly', 'not-adopted', 'irrelevant')),
    reason TEXT NOT NULL,
    gist TEXT NOT NULL,
    treated_by TEXT REFERENCES person (id),
    treated_at INTEGER,
    CHECK ((treatment IS NULL) = (treated_by IS NULL)),
    CHECK ((treatment IS NULL) = (treated_at IS NULL)),
    CHECK (treatment IS NULL OR treatment <> 'not-adopted' OR reason <> '')
) STRICT;
CREATE INDEX public_comment_by_item ON public_comment (item, received_at, id);
CREATE INDEX public_comment_by_key ON public_comment (key_id);
CREATE TABLE publication (
    leaf_index INTEGER PRIMARY KEY REFERENCES ledger_leaf (leaf_index),
    item TEXT NOT NULL REFERENCES item (id),
    version TEXT NOT NULL REFERENCES version (id),
    bytes BLOB NOT NULL
, event TEXT NOT NULL DEFAULT 'publish', ground TEXT, reason TEXT) STRICT;
CREATE INDEX publication_by_item ON publication (item, leaf_index);
CREATE TABLE reading (
    id TEXT PRIMARY KEY,
    agency TEXT NOT NULL REFERENCES agency (id),
    key TEXT NOT NULL CHECK (key <> ''),
    kind TEXT NOT NULL CHECK (kind IN ('reading', 'opening')),
    read_on TEXT NOT NULL,
    relation TEXT NOT NULL CHECK (relation IN ('=', '>', '≈', '≤')),
    value INTEGER NOT NULL,
    source TEXT NOT NULL CHECK (source <> ''),
    evidence TEXT NOT NULL CHECK (evidence <> ''),
    note TEXT NOT NULL,
    replaces TEXT UNIQUE REFERENCES reading (id),
    reason TEXT CHECK (reason <> ''),
    recorded_by TEXT NOT NULL REFERENCES person (id),
    recorded_at INTEGER NOT NULL,
    CHECK ((replaces IS NULL) = (reason IS NULL)),
    CHECK (replaces <> id)
) STRICT;
CREATE INDEX reading_by_day ON reading (agency, read_on, id);
CREATE INDEX reading_by_figure ON reading (agency, key, kind, read_on, id);
CREATE UNIQUE INDEX reading_one_opening ON reading (agency, key) WHERE kind = 'opening' AND replaces IS NULL;
CREATE TRIGGER reading_keeps_deletes BEFORE DELETE ON reading BEGIN SELECT RAISE(ABORT, 'append-only: reading'); END;
CREATE TRIGGER reading_keeps_updates BEFORE UPDATE ON reading BEGIN SELECT RAISE(ABORT, 'append-only: reading'); END;
CREATE TABLE recovery_code (
    person TEXT NOT NULL REFERENCES person (id),
    code_hash TEXT NOT NULL,
    used_at INTEGER,
    PRIMARY KEY (person, code_hash)
) STRICT;
CREATE TABLE redaction (
    blob TEXT NOT NULL REFERENCES blob (sha256),
    place INTEGER NOT NULL,
    original TEXT NOT NULL REFERENCES blob (sha256),
    page INTEGER NOT NULL,
    x INTEGER NOT NULL,
    y INTEGER NOT NULL,
    width INTEGER NOT NULL,
    height INTEGER NOT NULL,
    ground TEXT NOT NULL,
    person TEXT NOT NULL REFERENCES person (id),
    at INTEGER NOT NULL,
    PRIMARY KEY (blob, place),
    CHECK (blob <> original)
) STRICT;
CREATE TRIGGER redaction_keeps_deletes BEFORE DELETE ON redaction BEGIN SELECT RAISE(ABORT, 'append-only: redaction'); END;
CREATE TRIGGER redaction_keeps_updates BEFORE UPDATE ON redaction BEGIN SELECT RAISE(ABORT, 'append-only: redaction'); END;
CREATE TABLE refusal_assessment (
    id TEXT PRIMARY KEY,
    item TEXT NOT NULL REFERENCES item (id),
    outcome TEXT NOT NULL CHECK (outcome IN ('still-closed', 'open')),
    reason TEXT NOT NULL CHECK (reason <> ''),
    person TEXT NOT NULL REFERENCES person (id),
    at INTEGER NOT NULL
) STRICT;
CREATE INDEX refusal_assessment_by_item ON refusal_assessment (item, at);
CREATE TRIGGER refusal_assessment_keeps_deletes BEFORE DELETE ON refusal_assessment BEGIN SELECT RAISE(ABORT, 'append-only: refusal_assessment'); END;
CREATE TRIGGER refusal_assessment_keeps_updates BEFORE UPDATE ON refusal_assessment BEGIN SELECT RAISE(ABORT, 'append-only: refusal_assessment'); END;
CREATE TABLE "refusal_review" (
    item TEXT PRIMARY KEY REFERENCES item (id),
    due_on TEXT
) STRICT;
CREATE TABLE remedy (
    id TEXT PRIMARY KEY,
    agency TEXT NOT NULL REFERENCES agency (id),
    kind TEXT NOT NULL CHECK (kind IN ('review', 'lawsuit', 'lawsuit-after-review', 'complaint')),
    number TEXT NOT NULL CHECK (number <> ''),
    about TEXT NOT NULL CHECK (about <> ''),
    case_file TEXT REFERENCES case_file (id),
    filed_on TEXT NOT NULL,
    result TEXT CHECK (result IN ('upheld', 'corrected', 'other')),
    ended_on TEXT CHECK (ended_on >= filed_on),
    edition INTEGER NOT NULL,
    recorded_by TEXT NOT NULL REFERENCES person (id),
    recorded_at INTEGER NOT NULL,
    changed_at INTEGER NOT NULL,
    CHECK ((result IS NULL) = (ended_on IS NULL)),
    UNIQUE (agency, kind, number)
) STRICT;
CREATE INDEX remedy_by_case ON remedy (case_file) WHERE case_file IS NOT NULL;
CREATE INDEX remedy_by_day ON remedy (agency, filed_on, id);
CREATE INDEX remedy_by_end ON remedy (agency, kind, ended_on);
CREATE INDEX remedy_by_filing ON remedy (agency, kind, filed_on);
CREATE TABLE remedy_change (
    remedy TEXT NOT NULL REFERENCES remedy (id),
    edition INTEGER NOT NULL CHECK (edition > 0),
    act TEXT NOT NULL CHECK (act IN ('recorded', 'closed', 'corrected')),
    kind TEXT NOT NULL,
    number TEXT NOT NULL,
    about TEXT NOT NULL,
    case_file TEXT,
    filed_on TEXT NOT NULL,
    result TEXT,
    ended_on TEXT,
    reason TEXT,
    person TEXT NOT NULL REFERENCES person (id),
    at INTEGER NOT NULL,
    PRIMARY KEY (remedy, edition),
    CHECK ((act = 'corrected') = (reason IS NOT NULL))
) STRICT;
CREATE TRIGGER remedy_change_keeps_deletes BEFORE DELETE ON remedy_change BEGIN SELECT RAISE(ABORT, 'append-only: remedy_change'); END;
CREATE TRIGGER remedy_change_keeps_updates BEFORE UPDATE ON remedy_change BEGIN SELECT RAISE(ABORT, 'append-only: remedy_change'); END;
CREATE TABLE reminder (
    agency TEXT NOT NULL REFERENCES agency (id),
    kind TEXT NOT NULL,
    subject TEXT NOT NULL,
    item TEXT REFERENCES item (id),
    since INTEGER NOT NULL,
    detail TEXT NOT NULL, case_file TEXT REFERENCES case_file (id),
    PRIMARY KEY (agency, kind, subject)
) STRICT;
CREATE TABLE report (
    id TEXT PRIMARY KEY,
    agency TEXT NOT NULL REFERENCES agency (id),
    year INTEGER NOT NULL,
    quarter INTEGER NOT NULL CHECK (quarter BETWEEN 0 AND 4),
    format TEXT NOT NULL,
    item TEXT UNIQUE REFERENCES item (id),
    created_by TEXT REFERENCES person (id),
    created_at INTEGER NOT NULL,
    changed_at INTEGER NOT NULL,
    UNIQUE (agency, year, quarter)
) STRICT;
CREATE TABLE report_answer (
    report TEXT NOT NULL REFERENCES report (id),
    finding TEXT NOT NULL,
    sentence TEXT NOT NULL,
    person TEXT NOT NULL REFERENCES person (id),
    at INTEGER NOT NULL,
    PRIMARY KEY (report, finding)
) STRICT;
CREATE TABLE report_figure (
    version TEXT NOT NULL REFERENCES report_freeze (version),
    number TEXT NOT NULL,
    value TEXT NOT NULL,
    name_zh TEXT NOT NULL,
    name_en TEXT NOT NULL,
    unit_zh TEXT NOT NULL,
    unit_en TEXT NOT NULL,
    how_zh TEXT NOT NULL,
    how_en TEXT NOT NULL,
    kind TEXT,
    count INTEGER NOT NULL,
    opening TEXT REFERENCES reading (id),
    records BLOB NOT NULL,
    PRIMARY KEY (version, number)
) STRICT;
CREATE TRIGGER report_figure_keeps_deletes BEFORE DELETE ON report_figure BEGIN SELECT RAISE(ABORT, 'append-only: report_figure'); END;
CREATE TRIGGER report_figure_keeps_updates BEFORE UPDATE ON report_figure BEGIN SELECT RAISE(ABORT, 'append-only: report_figure'); END;
CREATE TABLE report_freeze (
    version TEXT PRIMARY KEY REFERENCES version (id),
    report TEXT NOT NULL REFERENCES report (id),
    format TEXT NOT NULL,
    agency_zh TEXT NOT NULL,
    agency_en TEXT NOT NULL,
    checksum TEXT NOT NULL,
    at INTEGER NOT NULL
) STRICT;
CREATE INDEX report_freeze_by_report ON report_freeze (report, at);
CREATE TRIGGER report_freeze_keeps_deletes BEFORE DELETE ON report_freeze BEGIN SELECT RAISE(ABORT, 'append-only: report_freeze'); END;
CREATE TRIGGER report_freeze_keeps_updates BEFORE UPDATE ON report_freeze BEGIN SELECT RAISE(ABORT, 'append-only: report_freeze'); END;
CREATE TABLE report_freeze_text (
    version TEXT NOT NULL REFERENCES report_freeze (version),
    section TEXT NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (version, section)
) STRICT;
CREATE TRIGGER report_freeze_text_keeps_deletes BEFORE DELETE ON report_freeze_text BEGIN SELECT RAISE(ABORT, 'append-only: report_freeze_text'); END;
CREATE TRIGGER report_freeze_text_keeps_updates BEFORE UPDATE ON report_freeze_text BEGIN SELECT RAISE(ABORT, 'append-only: report_freeze_text'); END;
CREATE TABLE report_look (
    report TEXT NOT NULL REFERENCES report (id),
    number TEXT NOT NULL,
    value TEXT NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (report, number)
) STRICT;
CREATE TABLE report_text (
    report TEXT NOT NULL REFERENCES report (id),
    section TEXT NOT NULL,
    text TEXT NOT NULL,
    changed_by TEXT REFERENCES person (id),
    changed_at INTEGER NOT NULL,
    PRIMARY KEY (report, section)
) STRICT;
CREATE TABLE schema_migration (number INTEGER NOT NULL PRIMARY KEY, name TEXT NOT NULL, checksum TEXT NOT NULL) STRICT;
CREATE TABLE sealing_key (
    id TEXT PRIMARY KEY,
    created_at INTEGER NOT NULL
, marks_since INTEGER) STRICT;
CREATE TABLE search_document (
    leaf_index INTEGER PRIMARY KEY,
    item TEXT NOT NULL UNIQUE,
    agency TEXT NOT NULL,
    title TEXT NOT NULL,
    body TEXT NOT NULL
    
) STRICT;
CREATE INDEX search_document_by_agency ON search_document (agency, leaf_index);
CREATE VIRTUAL TABLE search_index USING fts5(
    title, body, scope, content='', detail=full, tokenize="unicode61 remove_diacritics 0"
);
CREATE TABLE second_factor (
    person TEXT PRIMARY KEY REFERENCES person (id),
    key_id TEXT NOT NULL,
    sealed BLOB NOT NULL,
    last_step INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    confirmed_at INTEGER
) STRICT;
CREATE TABLE section (
    id TEXT PRIMARY KEY,
    agency TEXT NOT NULL REFERENCES agency (id),
    code TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('section', 'sub-office')),
    name_zh TEXT NOT NULL,
    name_en TEXT NOT NULL,
    place INTEGER NOT NULL,
    UNIQUE (agency, code)
) STRICT;
CREATE TABLE session (
    token_hash TEXT PRIMARY KEY,
    person TEXT NOT NULL REFERENCES person (id),
    created_at INTEGER NOT NULL,
    seen_at INTEGER NOT NULL
, form_hash TEXT, awaits_code INTEGER NOT NULL DEFAULT 0) STRICT;
CREATE INDEX session_by_form ON session (form_hash);
CREATE INDEX session_by_person ON session (person);
CREATE INDEX session_by_seen ON session (seen_at);
CREATE TABLE takedown (
    item TEXT NOT NULL REFERENCES item (id),
    channel TEXT NOT NULL REFERENCES channel (id),
    asked_at INTEGER NOT NULL,
    done_on TEXT,
    evidence TEXT,
    recorded_by TEXT REFERENCES person (id),
    PRIMARY KEY (item, channel)
) STRICT;
CREATE INDEX takedown_open ON takedown (asked_at) WHERE done_on IS NULL;
CREATE TABLE version (
    id TEXT PRIMARY KEY,
    item TEXT NOT NULL REFERENCES item (id),
    number INTEGER NOT NULL,
    author TEXT NOT NULL REFERENCES person (id),
    bytes BLOB NOT NULL,
    hash TEXT NOT NULL,
    salt BLOB NOT NULL,
    created_at INTEGER NOT NULL,
    UNIQUE (item, number)
) STRICT;
CREATE TRIGGER version_keeps_deletes BEFORE DELETE ON version BEGIN SELECT RAISE(ABORT, 'append-only: version'); END;
CREATE TRIGGER version_keeps_updates BEFORE UPDATE ON version BEGIN SELECT RAISE(ABORT, 'append-only: version'); END;
CREATE TABLE version_file (
    version TEXT NOT NULL REFERENCES version (id),
    place INTEGER NOT NULL,
    blob TEXT NOT NULL REFERENCES blob (sha256),
    PRIMARY KEY (version, place)
) STRICT;
CREATE INDEX version_file_by_blob ON version_file (blob);
CREATE TRIGGER version_file_keeps_deletes BEFORE DELETE ON version_file BEGIN SELECT RAISE(ABORT, 'append-only: version_file'); END;
CREATE TRIGGER version_file_keeps_updates BEFORE UPDATE ON version_file BEGIN SELECT RAISE(ABORT, 'append-only: version_file'); END;
CREATE TABLE withdrawal (
    id TEXT PRIMARY KEY,
    item TEXT NOT NULL REFERENCES item (id),
    ground TEXT NOT NULL,
    reason TEXT NOT NULL,
    evidence TEXT NOT NULL,
    approvals_needed INTEGER NOT NULL CHECK (approvals_needed > 0),
    asked_by TEXT NOT NULL REFERENCES person (id),
    asked_at INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('open', 'done', 'refused')),
    closed_at INTEGER
, event_on TEXT) STRICT;
CREATE INDEX withdrawal_by_item ON withdrawal (item, asked_at);
CREATE UNIQUE INDEX withdrawal_open ON withdrawal (item) WHERE state = 'open';
CREATE TABLE withdrawal_verdict (
    withdrawal TEXT NOT NULL REFERENCES withdrawal (id),
    person TEXT NOT NULL REFERENCES person (id),
    verdict TEXT NOT NULL CHECK (verdict IN ('pass', 'send-back')),
    reason TEXT NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (withdrawal, person)
) STRICT;
CREATE TRIGGER withdrawal_verdict_keeps_deletes BEFORE DELETE ON withdrawal_verdict BEGIN SELECT RAISE(ABORT, 'append-only: withdrawal_verdict'); END;
CREATE TRIGGER withdrawal_verdict_keeps_updates BEFORE UPDATE ON withdrawal_verdict BEGIN SELECT RAISE(ABORT, 'append-only: withdrawal_verdict'); END;
