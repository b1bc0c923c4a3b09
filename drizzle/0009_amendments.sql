CREATE TABLE `amendments` (
	`id` text PRIMARY KEY NOT NULL,
	`section_id` text NOT NULL,
	`group_id` text NOT NULL,
	`version_id` text NOT NULL,
	`proposed_to` text NOT NULL,
	`changes` text NOT NULL,
	`reason` text NOT NULL,
	`seat_id` text NOT NULL,
	`person_id` text NOT NULL,
	`at` integer NOT NULL,
	`state` text NOT NULL,
	`disposed_at` integer,
	`overtaken` text,
	`motion_id` text,
	`result_id` text,
	FOREIGN KEY (`section_id`) REFERENCES `sections`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`group_id`) REFERENCES `groups`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`version_id`) REFERENCES `section_versions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`proposed_to`) REFERENCES `section_versions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`seat_id`) REFERENCES `seats`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`result_id`) REFERENCES `section_versions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `amendments_section` ON `amendments` (`section_id`);--> statement-breakpoint
ALTER TABLE `section_versions` ADD `amends_id` text;