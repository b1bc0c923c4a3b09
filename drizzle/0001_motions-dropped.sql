DROP TABLE `motion_events`;--> statement-breakpoint
DROP TABLE `motions`;