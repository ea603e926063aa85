-- Generated from schema.prisma: the tables of the record. Their rules follow in the next migration.
-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "negotiation" (
    "id" SERIAL NOT NULL,
    "slug" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "summary" TEXT NOT NULL,
    "started_on" DATE NOT NULL,

    CONSTRAINT "negotiation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "party" (
    "id" SERIAL NOT NULL,
    "negotiation_id" INTEGER NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "short_name" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "note" TEXT,
    "ordinal" INTEGER NOT NULL,

    CONSTRAINT "party_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "speaker" (
    "id" SERIAL NOT NULL,
    "negotiation_id" INTEGER NOT NULL,
    "party_id" INTEGER NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "office" TEXT NOT NULL,
    "affiliation" TEXT,
    "ordinal" INTEGER NOT NULL,

    CONSTRAINT "speaker_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "topic" (
    "id" SERIAL NOT NULL,
    "negotiation_id" INTEGER NOT NULL,
    "slug" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "ordinal" INTEGER NOT NULL,

    CONSTRAINT "topic_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "demand" (
    "id" SERIAL NOT NULL,
    "negotiation_id" INTEGER NOT NULL,
    "topic_id" INTEGER NOT NULL,
    "slug" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "proposition" TEXT NOT NULL,
    "low_end" TEXT NOT NULL,
    "high_end" TEXT NOT NULL,
    "keywords" TEXT[],
    "ordinal" INTEGER NOT NULL,

    CONSTRAINT "demand_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "demand_raised_by" (
    "negotiation_id" INTEGER NOT NULL,
    "demand_id" INTEGER NOT NULL,
    "party_id" INTEGER NOT NULL,
    "ordinal" INTEGER NOT NULL,

    CONSTRAINT "demand_raised_by_pkey" PRIMARY KEY ("demand_id","party_id")
);

-- CreateTable
CREATE TABLE "event" (
    "id" SERIAL NOT NULL,
    "negotiation_id" INTEGER NOT NULL,
    "slug" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE,
    "place" TEXT,
    "kind" TEXT NOT NULL,
    "source_id" INTEGER,
    "ordinal" INTEGER NOT NULL,

    CONSTRAINT "event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "event_participant" (
    "negotiation_id" INTEGER NOT NULL,
    "event_id" INTEGER NOT NULL,
    "party_id" INTEGER NOT NULL,
    "ordinal" INTEGER NOT NULL,

    CONSTRAINT "event_participant_pkey" PRIMARY KEY ("event_id","party_id")
);

-- CreateTable
CREATE TABLE "source" (
    "id" SERIAL NOT NULL,
    "slug" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "publisher" TEXT NOT NULL,
    "publisher_flag" TEXT,
    "title" TEXT NOT NULL,
    "title_basis" TEXT NOT NULL,
    "url" TEXT,
    "published_on" DATE,
    "published_basis" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "grade" TEXT NOT NULL,
    "note" TEXT,
    "current_text_id" INTEGER,

    CONSTRAINT "source_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "source_text" (
    "id" SERIAL NOT NULL,
    "source_id" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "source_text_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "negotiation_source" (
    "negotiation_id" INTEGER NOT NULL,
    "source_id" INTEGER NOT NULL,
    "ordinal" INTEGER NOT NULL,

    CONSTRAINT "negotiation_source_pkey" PRIMARY KEY ("negotiation_id","source_id")
);

-- CreateTable
CREATE TABLE "entry" (
    "id" TEXT NOT NULL,
    "negotiation_id" INTEGER NOT NULL,
    "party_id" INTEGER NOT NULL,
    "demand_id" INTEGER NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "current_revision_id" INTEGER,
    "live_publication_id" INTEGER,

    CONSTRAINT "entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "revision" (
    "id" SERIAL NOT NULL,
    "negotiation_id" INTEGER NOT NULL,
    "entry_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "held_from" DATE NOT NULL,
    "date_precision" TEXT NOT NULL,
    "stance" TEXT NOT NULL,
    "salience" TEXT,
    "summary" TEXT NOT NULL,
    "terms" TEXT,
    "shift_kind" TEXT,
    "shift_basis" TEXT,
    "shift_note" TEXT,
    "event_id" INTEGER,
    "recorded_at" TIMESTAMPTZ(6) NOT NULL DEFAULT clock_timestamp(),
    "recorded_by" TEXT NOT NULL,

    CONSTRAINT "revision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "citation" (
    "id" SERIAL NOT NULL,
    "negotiation_id" INTEGER NOT NULL,
    "revision_id" INTEGER NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "source_id" INTEGER NOT NULL,
    "source_text_id" INTEGER NOT NULL,
    "quote" TEXT NOT NULL,
    "prefix" TEXT NOT NULL,
    "suffix" TEXT NOT NULL,
    "starts_at" INTEGER NOT NULL,
    "ends_at" INTEGER NOT NULL,
    "quote_kind" TEXT NOT NULL,
    "speaker_id" INTEGER,
    "attribution" TEXT NOT NULL,
    "said_on" DATE,

    CONSTRAINT "citation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "publication" (
    "id" SERIAL NOT NULL,
    "negotiation_id" INTEGER NOT NULL,
    "entry_id" TEXT NOT NULL,
    "revision_id" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "reason" TEXT,
    "published_at" TIMESTAMPTZ(6) NOT NULL DEFAULT clock_timestamp(),
    "published_by" TEXT NOT NULL,

    CONSTRAINT "publication_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit" (
    "id" SERIAL NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL DEFAULT clock_timestamp(),
    "actor" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "subject_kind" TEXT NOT NULL,
    "subject_id" TEXT NOT NULL,
    "details" JSONB NOT NULL,

    CONSTRAINT "audit_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "negotiation_slug_key" ON "negotiation"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "party_negotiation_id_slug_key" ON "party"("negotiation_id", "slug");

-- CreateIndex
CREATE UNIQUE INDEX "party_negotiation_id_id_key" ON "party"("negotiation_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "speaker_negotiation_id_slug_key" ON "speaker"("negotiation_id", "slug");

-- CreateIndex
CREATE UNIQUE INDEX "speaker_negotiation_id_id_key" ON "speaker"("negotiation_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "topic_negotiation_id_slug_key" ON "topic"("negotiation_id", "slug");

-- CreateIndex
CREATE UNIQUE INDEX "topic_negotiation_id_id_key" ON "topic"("negotiation_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "demand_negotiation_id_slug_key" ON "demand"("negotiation_id", "slug");

-- CreateIndex
CREATE UNIQUE INDEX "demand_negotiation_id_id_key" ON "demand"("negotiation_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "event_negotiation_id_slug_key" ON "event"("negotiation_id", "slug");

-- CreateIndex
CREATE UNIQUE INDEX "event_negotiation_id_id_key" ON "event"("negotiation_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "source_slug_key" ON "source"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "source_current_text_id_key" ON "source"("current_text_id");

-- CreateIndex
CREATE UNIQUE INDEX "source_id_current_text_id_key" ON "source"("id", "current_text_id");

-- CreateIndex
CREATE UNIQUE INDEX "source_text_source_id_id_key" ON "source_text"("source_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "source_text_source_id_sha256_key" ON "source_text"("source_id", "sha256");

-- CreateIndex
CREATE UNIQUE INDEX "entry_current_revision_id_key" ON "entry"("current_revision_id");

-- CreateIndex
CREATE UNIQUE INDEX "entry_live_publication_id_key" ON "entry"("live_publication_id");

-- CreateIndex
CREATE INDEX "entry_negotiation_id_demand_id_party_id_idx" ON "entry"("negotiation_id", "demand_id", "party_id");

-- CreateIndex
CREATE UNIQUE INDEX "entry_negotiation_id_id_key" ON "entry"("negotiation_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "entry_id_current_revision_id_key" ON "entry"("id", "current_revision_id");

-- CreateIndex
CREATE UNIQUE INDEX "entry_id_live_publication_id_key" ON "entry"("id", "live_publication_id");

-- CreateIndex
CREATE UNIQUE INDEX "revision_entry_id_number_key" ON "revision"("entry_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "revision_entry_id_id_key" ON "revision"("entry_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "revision_negotiation_id_id_key" ON "revision"("negotiation_id", "id");

-- CreateIndex
CREATE INDEX "citation_source_id_idx" ON "citation"("source_id");

-- CreateIndex
CREATE UNIQUE INDEX "citation_revision_id_ordinal_key" ON "citation"("revision_id", "ordinal");

-- CreateIndex
CREATE INDEX "publication_entry_id_published_at_idx" ON "publication"("entry_id", "published_at");

-- CreateIndex
CREATE UNIQUE INDEX "publication_entry_id_id_key" ON "publication"("entry_id", "id");

-- CreateIndex
CREATE INDEX "audit_subject_kind_subject_id_idx" ON "audit"("subject_kind", "subject_id");

-- AddForeignKey
ALTER TABLE "party" ADD CONSTRAINT "party_negotiation_id_fkey" FOREIGN KEY ("negotiation_id") REFERENCES "negotiation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "speaker" ADD CONSTRAINT "speaker_negotiation_id_fkey" FOREIGN KEY ("negotiation_id") REFERENCES "negotiation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "speaker" ADD CONSTRAINT "speaker_negotiation_id_party_id_fkey" FOREIGN KEY ("negotiation_id", "party_id") REFERENCES "party"("negotiation_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "topic" ADD CONSTRAINT "topic_negotiation_id_fkey" FOREIGN KEY ("negotiation_id") REFERENCES "negotiation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "demand" ADD CONSTRAINT "demand_negotiation_id_fkey" FOREIGN KEY ("negotiation_id") REFERENCES "negotiation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "demand" ADD CONSTRAINT "demand_negotiation_id_topic_id_fkey" FOREIGN KEY ("negotiation_id", "topic_id") REFERENCES "topic"("negotiation_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "demand_raised_by" ADD CONSTRAINT "demand_raised_by_negotiation_id_demand_id_fkey" FOREIGN KEY ("negotiation_id", "demand_id") REFERENCES "demand"("negotiation_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "demand_raised_by" ADD CONSTRAINT "demand_raised_by_negotiation_id_party_id_fkey" FOREIGN KEY ("negotiation_id", "party_id") REFERENCES "party"("negotiation_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event" ADD CONSTRAINT "event_negotiation_id_fkey" FOREIGN KEY ("negotiation_id") REFERENCES "negotiation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event" ADD CONSTRAINT "event_negotiation_id_source_id_fkey" FOREIGN KEY ("negotiation_id", "source_id") REFERENCES "negotiation_source"("negotiation_id", "source_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event_participant" ADD CONSTRAINT "event_participant_negotiation_id_event_id_fkey" FOREIGN KEY ("negotiation_id", "event_id") REFERENCES "event"("negotiation_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event_participant" ADD CONSTRAINT "event_participant_negotiation_id_party_id_fkey" FOREIGN KEY ("negotiation_id", "party_id") REFERENCES "party"("negotiation_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "source" ADD CONSTRAINT "source_id_current_text_id_fkey" FOREIGN KEY ("id", "current_text_id") REFERENCES "source_text"("source_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "source_text" ADD CONSTRAINT "source_text_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "negotiation_source" ADD CONSTRAINT "negotiation_source_negotiation_id_fkey" FOREIGN KEY ("negotiation_id") REFERENCES "negotiation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "negotiation_source" ADD CONSTRAINT "negotiation_source_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "entry" ADD CONSTRAINT "entry_negotiation_id_fkey" FOREIGN KEY ("negotiation_id") REFERENCES "negotiation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "entry" ADD CONSTRAINT "entry_negotiation_id_party_id_fkey" FOREIGN KEY ("negotiation_id", "party_id") REFERENCES "party"("negotiation_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "entry" ADD CONSTRAINT "entry_negotiation_id_demand_id_fkey" FOREIGN KEY ("negotiation_id", "demand_id") REFERENCES "demand"("negotiation_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "entry" ADD CONSTRAINT "entry_id_current_revision_id_fkey" FOREIGN KEY ("id", "current_revision_id") REFERENCES "revision"("entry_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "entry" ADD CONSTRAINT "entry_id_live_publication_id_fkey" FOREIGN KEY ("id", "live_publication_id") REFERENCES "publication"("entry_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "revision" ADD CONSTRAINT "revision_negotiation_id_entry_id_fkey" FOREIGN KEY ("negotiation_id", "entry_id") REFERENCES "entry"("negotiation_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "revision" ADD CONSTRAINT "revision_negotiation_id_event_id_fkey" FOREIGN KEY ("negotiation_id", "event_id") REFERENCES "event"("negotiation_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "citation" ADD CONSTRAINT "citation_negotiation_id_revision_id_fkey" FOREIGN KEY ("negotiation_id", "revision_id") REFERENCES "revision"("negotiation_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "citation" ADD CONSTRAINT "citation_negotiation_id_source_id_fkey" FOREIGN KEY ("negotiation_id", "source_id") REFERENCES "negotiation_source"("negotiation_id", "source_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "citation" ADD CONSTRAINT "citation_source_id_source_text_id_fkey" FOREIGN KEY ("source_id", "source_text_id") REFERENCES "source_text"("source_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "citation" ADD CONSTRAINT "citation_negotiation_id_speaker_id_fkey" FOREIGN KEY ("negotiation_id", "speaker_id") REFERENCES "speaker"("negotiation_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "publication" ADD CONSTRAINT "publication_negotiation_id_fkey" FOREIGN KEY ("negotiation_id") REFERENCES "negotiation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "publication" ADD CONSTRAINT "publication_negotiation_id_entry_id_fkey" FOREIGN KEY ("negotiation_id", "entry_id") REFERENCES "entry"("negotiation_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "publication" ADD CONSTRAINT "publication_entry_id_revision_id_fkey" FOREIGN KEY ("entry_id", "revision_id") REFERENCES "revision"("entry_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

