-- AlterTable
ALTER TABLE "source" ADD COLUMN     "added_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "added_by" TEXT,
ADD COLUMN     "archived_url" TEXT,
ADD COLUMN     "authors" TEXT,
ADD COLUMN     "fetched_url" TEXT,
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "source_text" ADD COLUMN     "origin" TEXT NOT NULL DEFAULT 'import',
ADD COLUMN     "recorded_by" TEXT,
ADD COLUMN     "sketch" INTEGER[] DEFAULT ARRAY[]::INTEGER[];

-- CreateTable
CREATE TABLE "source_flag" (
    "id" SERIAL NOT NULL,
    "entry_id" TEXT NOT NULL,
    "citation_id" INTEGER NOT NULL,
    "source_id" INTEGER NOT NULL,
    "source_text_id" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "words_now" TEXT,
    "noticed_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "noticed_by" TEXT NOT NULL,
    "resolved_at" TIMESTAMPTZ(6),
    "resolved_by" TEXT,

    CONSTRAINT "source_flag_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "source_flag_source_id_idx" ON "source_flag"("source_id");

-- CreateIndex
CREATE INDEX "source_flag_entry_id_idx" ON "source_flag"("entry_id");

-- CreateIndex
CREATE INDEX "source_text_by_hash" ON "source_text"("sha256");

-- CreateIndex
CREATE INDEX "source_text_by_sketch" ON "source_text" USING GIN ("sketch");

-- AddForeignKey
ALTER TABLE "source_flag" ADD CONSTRAINT "source_flag_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "entry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "source_flag" ADD CONSTRAINT "source_flag_citation_id_fkey" FOREIGN KEY ("citation_id") REFERENCES "citation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "source_flag" ADD CONSTRAINT "source_flag_source_id_source_text_id_fkey" FOREIGN KEY ("source_id", "source_text_id") REFERENCES "source_text"("source_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Written by hand from here on.

alter table source
  add constraint source_archived_url_is_http check (archived_url ~ '^https?://'),
  add constraint source_fetched_url_is_http check (fetched_url ~ '^https?://');
alter table source_text add constraint source_text_origin_known check (origin in ('import', 'fetched', 'pasted', 'file'));
alter table source_flag
  add constraint source_flag_kind_known check (kind in ('changed', 'vanished')),
  add constraint source_flag_resolved_by_somebody check ((resolved_at is null) = (resolved_by is null));
-- Words are flagged once until somebody has dealt with it.
create unique index source_flag_open_once on source_flag (citation_id) where resolved_at is null;
create trigger source_flag_is_kept before delete on source_flag for each row execute function refuse_to_change_history();
create trigger source_flag_is_not_emptied before truncate on source_flag execute function refuse_to_change_history();

-- What an address and its variants have in common: without scheme, port, www, m, mobile and amp hosts, AMP paths and caches,
-- tracking parameters, fragment and trailing slash; the other parameters in order. Two addresses with one key are one article.
create function address_key(in_url text) returns text language sql immutable parallel safe strict set search_path = pg_catalog as $$
  with direct as (
    select regexp_replace(left(in_url, 2000),
      '^https?://(?:www\.google\.[a-z.]+/amp|[a-z0-9-]+\.cdn\.ampproject\.org/[a-z]+)/(?:s/)?', 'https://', 'i') as url
  ), parts as (
    select lower(rtrim(coalesce(substring(url from '^https?://([^/?#:]+)'), ''), '.')) as host,
      coalesce(substring(url from '^https?://[^/?#]+([^?#]*)'), '') as path,
      coalesce(substring(url from '^[^?#]*[?]([^#]*)'), '') as query
    from direct
  )
  select regexp_replace(regexp_replace(host, '^(?:(?:www[0-9]?|m|mobile|mobil|amp|wap|touch)[.])+(?=[^.]+[.][^.]+)', ''), '[.](?:m|mobile|amp)[.](?=[^.]+[.][^.]+)', '.')
    || rtrim(regexp_replace(regexp_replace(regexp_replace(path, '/{2,}', '/', 'g'), '^/amp(?=/.)', ''), '(?:/amp/?|[.]amp)(?=$|[.]html?$)', ''), '/')
    || coalesce('?' || (
      select string_agg(parameter, '&' order by parameter collate "C") from unnest(string_to_array(query, '&')) parameter
      where parameter <> '' and parameter !~* '^(?:utm_[a-z_]*|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|yclid|twclid|ttclid|igshid|igsh|mc_[ce]id|_ga|_gl|_hs(?:enc|mi)|mkt_tok|cmpid|cmp|ocid|smid|smtyp|s_cid|icid|xtor|wt_mc|at_(?:medium|campaign|custom[0-9]|link[a-z_]*|ptr[a-z_]*|bbc[a-z_]*|format)|guccounter|guce_[a-z_]+|ref_src|ref_url|amp|outputType)(?:=|$)'), '')
  from parts
$$;
create index source_by_address on source (address_key(url));
create index source_by_fetched_address on source (address_key(fetched_url));

create or replace view published_source as
  select n.slug as negotiation, s.slug, u.ordinal, s.kind, s.publisher, s.publisher_flag, s.title, s.title_basis, s.url,
    s.published_on, s.published_basis, s.language, s.grade, s.note, s.authors, s.archived_url
  from negotiation_source u
  join negotiation n on n.id = u.negotiation_id
  join source s on s.id = u.source_id
  where exists (select from event v where v.negotiation_id = u.negotiation_id and v.source_id = u.source_id)
    or exists (
      select from citation c join publication b on b.revision_id = c.revision_id join entry e on e.live_publication_id = b.id
      where c.source_id = u.source_id and c.negotiation_id = u.negotiation_id);
