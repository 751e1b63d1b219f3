-- AlterTable
ALTER TABLE "Installation" ADD COLUMN "purpose" TEXT NOT NULL DEFAULT 'claims';
