-- No version has ever written a row into this table, so it is made anew.
-- DropTable
DROP TABLE "CalendarFeed";

-- CreateTable
CREATE TABLE "CalendarFeed" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "memberId" TEXT NOT NULL,
    "proof" BLOB NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "readOn" TEXT,
    CONSTRAINT "CalendarFeed_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE UNIQUE INDEX "CalendarFeed_memberId_key" ON "CalendarFeed"("memberId");
