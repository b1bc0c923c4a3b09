UPDATE `terms_versions` SET `in_force_at` = `decided_at` WHERE `state` IN ('adopted', 'superseded');
