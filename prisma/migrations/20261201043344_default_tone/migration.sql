-- AlterTable
ALTER TABLE "member" ADD COLUMN     "default_tone" "Tone";
