-- What an import at the desk brought can be undone in one step too.
-- AlterTable
ALTER TABLE "undo" ADD COLUMN     "scope_import_id" TEXT;

-- AddForeignKey
ALTER TABLE "undo" ADD CONSTRAINT "undo_scope_import_id_fkey" FOREIGN KEY ("scope_import_id") REFERENCES "import"("id") ON DELETE SET NULL ON UPDATE CASCADE;

alter table undo drop constraint undo_names_its_scope;
alter table undo add constraint undo_names_its_scope check (case scope
  when 'written' then scope_person is not null
  when 'approved' then scope_person is not null
  when 'import' then scope_publication_id is not null
  when 'desk-import' then scope_import_id is not null
  when 'undo' then scope_undo_id is not null
  else false end);

create function refuse_to_move_undo() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if old.scope_import_id is distinct from new.scope_import_id then
    raise exception 'An undo keeps what was proposed.' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger undo_keeps_its_import before update on undo for each row execute function refuse_to_move_undo();
