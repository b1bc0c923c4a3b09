CREATE TABLE `election_candidates` (
	`id` text PRIMARY KEY NOT NULL,
	`election_id` text NOT NULL,
	`person_id` text NOT NULL,
	`seat_id` text NOT NULL,
	`proposed_by` text NOT NULL,
	`place` integer NOT NULL,
	`proposed_at` integer NOT NULL,
	`taken_back_at` integer,
	FOREIGN KEY (`election_id`) REFERENCES `elections`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`seat_id`) REFERENCES `seats`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`proposed_by`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `election_candidates_election` ON `election_candidates` (`election_id`);--> statement-breakpoint
CREATE TABLE `elections` (
	`id` text PRIMARY KEY NOT NULL,
	`group_id` text NOT NULL,
	`title` text NOT NULL,
	`state` text NOT NULL,
	`called_by` text NOT NULL,
	`called_at` integer NOT NULL,
	`digest` text,
	`elected_id` text,
	`took_chair` integer NOT NULL,
	FOREIGN KEY (`group_id`) REFERENCES `groups`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`called_by`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`elected_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `elections_group` ON `elections` (`group_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `elections_one_under_way` ON `elections` (`group_id`) WHERE state in ('listing', 'closed', 'underVote');--> statement-breakpoint
CREATE TABLE `motion_reminders` (
	`id` text PRIMARY KEY NOT NULL,
	`motion_id` text NOT NULL,
	`stage` text NOT NULL,
	`at` integer NOT NULL,
	`seats` text NOT NULL,
	FOREIGN KEY (`motion_id`) REFERENCES `motions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `motion_reminders_motion` ON `motion_reminders` (`motion_id`);--> statement-breakpoint
ALTER TABLE `agenda_items` ADD `announces` text;--> statement-breakpoint
CREATE INDEX `agenda_items_announces` ON `agenda_items` (`announces`);--> statement-breakpoint
ALTER TABLE `motions` ADD `remind_at` integer;--> statement-breakpoint
CREATE INDEX `motions_remind` ON `motions` (`remind_at`);