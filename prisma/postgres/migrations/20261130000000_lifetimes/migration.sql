-- CreateTable
CREATE TABLE "PurgeClock" (
    "id" INTEGER NOT NULL,
    "ranAt" TIMESTAMP(3),
    "doubt" TEXT NOT NULL DEFAULT '',
    "lookedAt" TIMESTAMP(3),
    "hours" INTEGER NOT NULL DEFAULT 0,
    "newestKnown" TIMESTAMP(3),

    CONSTRAINT "PurgeClock_pkey" PRIMARY KEY ("id")
);
INSERT INTO "PurgeClock" ("id") VALUES (1);

-- CreateIndex
CREATE INDEX "Draft_updatedAt_idx" ON "Draft"("updatedAt");

-- A claim that words open lives 90 days after all that was noted of it, its openings too: until now only saves counted.
UPDATE "Draft" SET "deleteAfter" = greatest("deleteAfter", (
    SELECT max("AuditEvent"."at") + interval '90 days' FROM "AuditEvent" WHERE "AuditEvent"."draftId" = "Draft"."id"
)) WHERE "lookup" IS NOT NULL;

-- One that a group holds or held lives 90 days from here: until now nothing that the group did counted, nor the end of its access.
UPDATE "Draft" SET "deleteAfter" = greatest(
    "deleteAfter",
    (now() AT TIME ZONE 'UTC') + interval '90 days',
    "updatedAt" + interval '90 days'
) WHERE "everShared" OR "id" IN (SELECT "draftId" FROM "Case");
