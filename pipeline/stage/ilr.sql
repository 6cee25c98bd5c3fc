-- One row per learning delivery of one learner, and file in use.
select
    ilr.file_id,
    ilr.record_number,
    files.sender_id,
    files.period,
    files.origin,
    ilr.UKPRN as provider_id,
    ilr.LearnAimRef as aim_reference,
    ilr.AimType as aim_type,
    ilr.Ethnicity as ethnicity,
    ilr.Sex as sex,
    ilr.LLDDHealthProb as difficulty_or_disability,
    ilr.PriorAttain as prior_attainment,
    ilr.FundModel as funding_model,
    ilr.ProgType as programme_type,
    ilr.FworkCode as framework_code,
    ilr.PwayCode as pathway_code,
    ilr.StdCode as standard_code,
    ilr.CompStatus as completion_status,
    ilr.WithdrawReason as withdrawal_reason,
    ilr.Outcome as outcome,
    ilr.LearnDelFAMType as monitoring_types,
    ilr.LearnDelFAMCode as monitoring_codes,
    ilr.AimSeqNumber as aim_number,
    ilr.LearnStartDate as start_date,
    ilr.LearnPlanEndDate as planned_end_date,
    ilr.LearnActEndDate as actual_end_date
from raw.ilr as ilr
inner join raw.files as files using (file_id)
-- A file that a later one replaced stays in raw, and counts for nothing.
where files.status = 'used'
