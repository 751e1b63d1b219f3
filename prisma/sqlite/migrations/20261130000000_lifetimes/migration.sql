-- CreateTable
CREATE TABLE "PurgeClock" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "ranAt" DATETIME,
    "doubt" TEXT NOT NULL DEFAULT '',
    "lookedAt" DATETIME,
    "hours" INTEGER NOT NULL DEFAULT 0,
    "newestKnown" DATETIME
);
INSERT INTO "PurgeClock" ("id") VALUES (1);

-- CreateIndex
CREATE INDEX "Draft_updatedAt_idx" ON "Draft"("updatedAt");

-- A claim that words open lives 90 days after all that was noted of it, its openings too: until now only saves counted.
UPDATE "Draft" SET "deleteAfter" = max("deleteAfter", (
    SELECT strftime('%Y-%m-%dT%H:%M:%f+00:00', max("AuditEvent"."at"), '+90 days') FROM "AuditEvent" WHERE "AuditEvent"."draftId" = "Draft"."id"
)) WHERE "lookup" IS NOT NULL AND EXISTS (SELECT 1 FROM "AuditEvent" WHERE "AuditEvent"."draftId" = "Draft"."id");

-- One that a group holds or held lives 90 days from here: until now nothing that the group did counted, nor the end of its access.
UPDATE "Draft" SET "deleteAfter" = max(
    "deleteAfter",
    strftime('%Y-%m-%dT%H:%M:%f+00:00', 'now', '+90 days'),
    strftime('%Y-%m-%dT%H:%M:%f+00:00', "updatedAt", '+90 days')
) WHERE "everShared" = 1 OR "id" IN (SELECT "draftId" FROM "Case");
