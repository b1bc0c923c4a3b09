CREATE TABLE `secret_papers` (
	`id` integer PRIMARY KEY NOT NULL,
	`motion_id` text NOT NULL,
	`constituency` text NOT NULL,
	`candidate_id` text,
	FOREIGN KEY (`motion_id`) REFERENCES `motions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`candidate_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `secret_papers_motion` ON `secret_papers` (`motion_id`);