CREATE TABLE `joint_acts` (
	`id` text PRIMARY KEY NOT NULL,
	`motion_id` text NOT NULL,
	`act` text NOT NULL,
	`state` text NOT NULL,
	`cause` text,
	`text` text NOT NULL,
	`asked_by` text NOT NULL,
	`asked_as` text NOT NULL,
	`asked_at` integer NOT NULL,
	`confirmed_by` text,
	`ended_at` integer,
	FOREIGN KEY (`motion_id`) REFERENCES `motions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`asked_by`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`confirmed_by`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `joint_acts_motion` ON `joint_acts` (`motion_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `joint_acts_one_asked` ON `joint_acts` (`motion_id`,`act`) WHERE state = 'asked';--> statement-breakpoint
CREATE TABLE `vote_statements` (
	`id` text PRIMARY KEY NOT NULL,
	`motion_id` text NOT NULL,
	`seat_id` text NOT NULL,
	`kind` text NOT NULL,
	`number` integer NOT NULL,
	`person_id` text NOT NULL,
	`at` integer NOT NULL,
	`text` text NOT NULL,
	FOREIGN KEY (`motion_id`) REFERENCES `motions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`seat_id`) REFERENCES `seats`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `vote_statements_number` ON `vote_statements` (`motion_id`,`seat_id`,`kind`,`number`);--> statement-breakpoint
ALTER TABLE `motions` ADD `reconciled_at` integer;--> statement-breakpoint
ALTER TABLE `motions` ADD `certified_at` integer;--> statement-breakpoint
ALTER TABLE `motions` ADD `published_at` integer;--> statement-breakpoint
ALTER TABLE `refused_ballots` ADD `person_id` text REFERENCES persons(id);