-- AlterTable
ALTER TABLE "Organization" ADD COLUMN "caseCount" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "Organization" ADD COLUMN "recordCount" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "Organization" ADD COLUMN "recordMark" TEXT NOT NULL DEFAULT '';
ALTER TABLE "Organization" ADD COLUMN "keepMonths" INTEGER;
ALTER TABLE "Draft" ADD COLUMN "story" BLOB;
ALTER TABLE "Draft" ADD COLUMN "authors" BLOB;
ALTER TABLE "Draft" ADD COLUMN "everShared" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "Case" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "organizationId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "teamId" TEXT,
    "draftId" TEXT,
    "grant" BLOB,
    "keyId" INTEGER NOT NULL,
    "summary" BLOB,
    "about" BLOB NOT NULL,
    "stateMark" TEXT NOT NULL,
    "languageMark" TEXT NOT NULL,
    "missingMark" TEXT NOT NULL,
    "dueOn" TEXT,
    "createdAt" DATETIME NOT NULL,
    "changedAt" DATETIME NOT NULL,
    "endedAt" DATETIME,
    CONSTRAINT "Case_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Case_teamId_fkey" FOREIGN KEY ("teamId") REFERENCES "Team" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "Case_draftId_fkey" FOREIGN KEY ("draftId") REFERENCES "Draft" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "CaseAssignment" (
    "caseId" TEXT NOT NULL,
    "memberId" TEXT NOT NULL,

    PRIMARY KEY ("caseId", "memberId"),
    CONSTRAINT "CaseAssignment_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "CaseAssignment_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "CaseMark" (
    "mark" TEXT NOT NULL,
    "caseId" TEXT NOT NULL,

    PRIMARY KEY ("mark", "caseId"),
    CONSTRAINT "CaseMark_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "CaseNote" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "caseId" TEXT NOT NULL,
    "memberId" TEXT NOT NULL,
    "text" BLOB NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "changedAt" DATETIME NOT NULL,
    CONSTRAINT "CaseNote_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "CaseComment" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "caseId" TEXT NOT NULL,
    "memberId" TEXT NOT NULL,
    "content" BLOB NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "resolvedAt" DATETIME,
    CONSTRAINT "CaseComment_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "CasePresence" (
    "caseId" TEXT NOT NULL,
    "memberId" TEXT NOT NULL,
    "seenAt" DATETIME NOT NULL,

    PRIMARY KEY ("caseId", "memberId"),
    CONSTRAINT "CasePresence_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "CasePresence_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Suggestion" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "draftId" TEXT NOT NULL,
    "caseId" TEXT,
    "memberId" TEXT NOT NULL,
    "content" BLOB NOT NULL,
    "part" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "decidedAt" DATETIME,
    "taken" BOOLEAN,
    CONSTRAINT "Suggestion_draftId_fkey" FOREIGN KEY ("draftId") REFERENCES "Draft" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Suggestion_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ShareCode" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "organizationId" TEXT NOT NULL,
    "memberId" TEXT NOT NULL,
    "expiresAt" DATETIME NOT NULL,
    CONSTRAINT "ShareCode_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "ShareCode_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "CaseView" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "memberId" TEXT NOT NULL,
    "content" BLOB NOT NULL,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "CaseView_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "CalendarFeed" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "memberId" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "CalendarFeed_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "CaseRecord" (
    "organizationId" TEXT NOT NULL,
    "place" INTEGER NOT NULL,
    "at" DATETIME NOT NULL,
    "memberId" TEXT,
    "role" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "caseId" TEXT,
    "mark" TEXT NOT NULL,

    PRIMARY KEY ("organizationId", "place"),
    CONSTRAINT "CaseRecord_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE UNIQUE INDEX "Case_organizationId_number_key" ON "Case"("organizationId", "number");

-- CreateIndex
CREATE INDEX "Case_organizationId_dueOn_number_idx" ON "Case"("organizationId", "dueOn", "number");

-- CreateIndex
CREATE INDEX "Case_organizationId_changedAt_idx" ON "Case"("organizationId", "changedAt");

-- CreateIndex
CREATE INDEX "Case_organizationId_teamId_dueOn_number_idx" ON "Case"("organizationId", "teamId", "dueOn", "number");

-- CreateIndex
CREATE INDEX "Case_organizationId_stateMark_idx" ON "Case"("organizationId", "stateMark");

-- CreateIndex
CREATE INDEX "Case_organizationId_languageMark_idx" ON "Case"("organizationId", "languageMark");

-- CreateIndex
CREATE INDEX "Case_draftId_idx" ON "Case"("draftId");

-- CreateIndex
CREATE INDEX "CaseAssignment_memberId_idx" ON "CaseAssignment"("memberId");

-- CreateIndex
CREATE INDEX "CaseMark_caseId_idx" ON "CaseMark"("caseId");

-- CreateIndex
CREATE INDEX "CaseNote_caseId_createdAt_idx" ON "CaseNote"("caseId", "createdAt");

-- CreateIndex
CREATE INDEX "CaseComment_caseId_createdAt_idx" ON "CaseComment"("caseId", "createdAt");

-- CreateIndex
CREATE INDEX "Suggestion_draftId_idx" ON "Suggestion"("draftId");

-- CreateIndex
CREATE INDEX "Suggestion_caseId_idx" ON "Suggestion"("caseId");

-- CreateIndex
CREATE INDEX "ShareCode_expiresAt_idx" ON "ShareCode"("expiresAt");

-- CreateIndex
CREATE INDEX "CaseView_memberId_idx" ON "CaseView"("memberId");

-- CreateIndex
CREATE UNIQUE INDEX "CalendarFeed_memberId_key" ON "CalendarFeed"("memberId");

-- CreateIndex
CREATE INDEX "CaseRecord_caseId_place_idx" ON "CaseRecord"("caseId", "place");

-- CreateIndex
CREATE INDEX "CaseRecord_organizationId_memberId_place_idx" ON "CaseRecord"("organizationId", "memberId", "place");
