-- The check of each new citation asks whether its revision is published already. Without an index it read every publication, so that
-- an import took longer with the square of its entries.
create index publication_revision_id_idx on publication (revision_id);
