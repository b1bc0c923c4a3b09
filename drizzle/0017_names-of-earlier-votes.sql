UPDATE `motions` SET `name` = (
  SELECT json_object('kind', 'planVersion', 'number', `plan_versions`.`number`, 'plan', `plans`.`kind`)
  FROM `plan_versions` JOIN `plans` ON `plans`.`id` = `plan_versions`.`plan_id`
  WHERE `plan_versions`.`id` = `motions`.`subject_id`
) WHERE `subject_kind` = 'planVersion';
--> statement-breakpoint
UPDATE `motions` SET `name` = (
  SELECT json_object(
    'group', json_extract(`content`, '$.body.name'),
    'kind', 'termsVersion',
    'office', CASE WHEN json_extract(`content`, '$.body.kind') IN ('nationalCoordinator', 'secretariat')
      THEN json_extract(`content`, '$.body.kind') END
  )
  FROM `terms_versions` WHERE `terms_versions`.`id` = `motions`.`subject_id`
) WHERE `subject_kind` = 'termsVersion';
