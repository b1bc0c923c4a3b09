ALTER TABLE `sections` ADD `frozen_at` integer;--> statement-breakpoint
ALTER TABLE `sections` ADD `frozen_by` text REFERENCES persons(id);--> statement-breakpoint
ALTER TABLE `sections` ADD `frozen_reason` text;--> statement-breakpoint
ALTER TABLE `sections` ADD `frozen_until_version` text REFERENCES section_versions(id);