CREATE TABLE `motion_events` (
	`seq` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`motion_id` text NOT NULL,
	`type` text NOT NULL,
	`at` integer NOT NULL,
	`seat_id` text,
	`person_id` text,
	`event` text NOT NULL,
	FOREIGN KEY (`motion_id`) REFERENCES `motions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`seat_id`) REFERENCES `seats`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `motion_events_motion` ON `motion_events` (`motion_id`);--> statement-breakpoint
CREATE TABLE `motions` (
	`id` text PRIMARY KEY NOT NULL,
	`group_id` text NOT NULL,
	`subject_kind` text NOT NULL,
	`subject_id` text NOT NULL,
	`base_id` text NOT NULL,
	`digest` text NOT NULL,
	`title` text NOT NULL,
	`state` text NOT NULL,
	`snapshot` text NOT NULL,
	`snapshot_digest` text NOT NULL,
	`roster` text NOT NULL,
	`opened_by` text NOT NULL,
	`opened_at` integer NOT NULL,
	`closes_at` integer NOT NULL,
	`due_at` integer,
	`decided_at` integer,
	`decision` text,
	`outcome` text,
	FOREIGN KEY (`group_id`) REFERENCES `groups`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`opened_by`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `motions_group` ON `motions` (`group_id`);--> statement-breakpoint
CREATE INDEX `motions_base` ON `motions` (`base_id`);--> statement-breakpoint
CREATE INDEX `motions_due` ON `motions` (`due_at`);--> statement-breakpoint
CREATE UNIQUE INDEX `motions_one_vote` ON `motions` (`subject_kind`,`subject_id`) WHERE state in ('open', 'held');--> statement-breakpoint
CREATE TABLE `refused_ballots` (
	`id` text PRIMARY KEY NOT NULL,
	`motion_id` text NOT NULL,
	`at` integer NOT NULL,
	`problem` text NOT NULL,
	`event` text NOT NULL,
	FOREIGN KEY (`motion_id`) REFERENCES `motions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `refused_ballots_motion` ON `refused_ballots` (`motion_id`);