-- Views of this site that somebody keeps, each with a private note.
create table "kept_view" (
    "id" SERIAL NOT NULL,
    "owner" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,
    "kept_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "kept_view_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "kept_view_owner_kept_at_idx" ON "kept_view"("owner", "kept_at");

-- A path on this site: what begins with two slashes, or a slash and a backslash, leads elsewhere.
alter table kept_view add constraint kept_view_is_on_this_site check (address ~ '^/([^/\\]|$)');
