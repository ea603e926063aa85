-- AlterTable
ALTER TABLE "draft" ADD COLUMN     "import_digest" TEXT,
ADD COLUMN     "import_id" TEXT,
ADD COLUMN     "import_key" TEXT,
ADD COLUMN     "import_row" INTEGER;

-- AlterTable
ALTER TABLE "revision" ADD COLUMN     "import_digest" TEXT,
ADD COLUMN     "import_id" TEXT,
ADD COLUMN     "import_key" TEXT;

-- CreateTable
CREATE TABLE "import" (
    "id" TEXT NOT NULL,
    "negotiation_id" INTEGER NOT NULL,
    "author" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'open',
    "content" BYTEA,
    "mapping" JSONB NOT NULL,
    "report" BYTEA,
    "rows" INTEGER NOT NULL DEFAULT 0,
    "entries" INTEGER NOT NULL DEFAULT 0,
    "faults" INTEGER NOT NULL DEFAULT 0,
    "drafts" INTEGER NOT NULL DEFAULT 0,
    "recognised" INTEGER NOT NULL DEFAULT 0,
    "progress" INTEGER NOT NULL DEFAULT 0,
    "progress_at" TIMESTAMPTZ(6),
    "problem" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "begun_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "done_at" TIMESTAMPTZ(6),

    CONSTRAINT "import_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import_mapping" (
    "owner" TEXT NOT NULL,
    "negotiation_id" INTEGER NOT NULL,
    "columns" TEXT NOT NULL,
    "mapping" JSONB NOT NULL,
    "kept_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "import_mapping_pkey" PRIMARY KEY ("owner","negotiation_id","columns")
);

-- CreateTable
CREATE TABLE "access_token" (
    "id" SERIAL NOT NULL,
    "person_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "token_hash" TEXT NOT NULL,
    "beginning" TEXT NOT NULL,
    "scopes" TEXT[],
    "made_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(6) NOT NULL,
    "last_used_at" TIMESTAMPTZ(6),
    "revoked_at" TIMESTAMPTZ(6),

    CONSTRAINT "access_token_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "filing_answer" (
    "token_id" INTEGER NOT NULL,
    "key" TEXT NOT NULL,
    "asked" TEXT NOT NULL,
    "status" INTEGER,
    "answer" TEXT,
    "location" TEXT,
    "begun_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "filing_answer_pkey" PRIMARY KEY ("token_id","key")
);

-- CreateIndex
CREATE INDEX "import_by_author" ON "import"("author", "begun_at");

-- CreateIndex
CREATE UNIQUE INDEX "import_negotiation_id_id_key" ON "import"("negotiation_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "access_token_token_hash_key" ON "access_token"("token_hash");

-- CreateIndex
CREATE INDEX "access_token_person_id_idx" ON "access_token"("person_id");

-- CreateIndex
CREATE INDEX "filing_answer_by_age" ON "filing_answer"("begun_at");

-- CreateIndex
CREATE INDEX "draft_by_import" ON "draft"("import_id", "import_row");

-- CreateIndex
CREATE INDEX "draft_by_import_digest" ON "draft"("negotiation_id", "import_digest");

-- CreateIndex
CREATE INDEX "draft_by_import_key" ON "draft"("negotiation_id", "import_key");

-- CreateIndex
CREATE INDEX "revision_by_import" ON "revision"("import_id");

-- CreateIndex
CREATE INDEX "revision_by_import_digest" ON "revision"("negotiation_id", "import_digest");

-- CreateIndex
CREATE INDEX "revision_by_import_key" ON "revision"("negotiation_id", "import_key");

-- AddForeignKey
ALTER TABLE "revision" ADD CONSTRAINT "revision_negotiation_id_import_id_fkey" FOREIGN KEY ("negotiation_id", "import_id") REFERENCES "import"("negotiation_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "draft" ADD CONSTRAINT "draft_negotiation_id_import_id_fkey" FOREIGN KEY ("negotiation_id", "import_id") REFERENCES "import"("negotiation_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import" ADD CONSTRAINT "import_negotiation_id_fkey" FOREIGN KEY ("negotiation_id") REFERENCES "negotiation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "access_token" ADD CONSTRAINT "access_token_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "filing_answer" ADD CONSTRAINT "filing_answer_token_id_fkey" FOREIGN KEY ("token_id") REFERENCES "access_token"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Written by hand from here on.

alter table "import"
  add constraint import_state_known check (state in ('open', 'running', 'done')),
  add constraint import_done_holds_no_content check (state <> 'done' or (content is null and done_at is not null));

alter table access_token
  add constraint access_token_expires check (expires_at > made_at),
  add constraint access_token_scopes_known check (scopes <@ array['sources', 'entries', 'import'] and cardinality(scopes) > 0);

-- What an import brought keeps its id: one that is done stays, whatever became of its drafts.
create function refuse_to_forget_import() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if old.state = 'done' then
    raise exception 'Import % is done: it stays.', old.id using errcode = 'restrict_violation', constraint = 'import_done_is_kept';
  end if;
  return old;
end $$;
create trigger import_done_is_kept before delete on "import" for each row execute function refuse_to_forget_import();
create trigger import_is_not_emptied before truncate on "import" execute function refuse_to_change_history();
