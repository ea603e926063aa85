-- The activity log is read newest first, by who, what, and on which subject: each by walking along one index.
-- DropIndex
DROP INDEX "audit_subject_kind_subject_id_idx";

-- CreateIndex
CREATE INDEX "audit_at_id_idx" ON "audit"("at", "id");

-- CreateIndex
CREATE INDEX "audit_actor_at_id_idx" ON "audit"("actor", "at", "id");

-- CreateIndex
CREATE INDEX "audit_action_at_id_idx" ON "audit"("action", "at", "id");

-- CreateIndex
CREATE INDEX "audit_subject_kind_subject_id_at_id_idx" ON "audit"("subject_kind", "subject_id", "at", "id");
