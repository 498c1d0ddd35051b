using Mabarra.CaseManager.Tests.Audit;
using Mabarra.CaseManager.Tests.Documents;
using Mabarra.CaseManager.Tests.Intake;
using Mabarra.CaseManager.Tests.Support;

namespace Mabarra.CaseManager.Tests.Postgres;

// Every service suite a second time, on PostgreSQL. Architecture/SuiteTests holds that none is forgotten.
public sealed class AuditTrailOnPostgres() : AuditTrailSuite(TestDatabase.Postgres());

public sealed class DocumentsOnPostgres() : DocumentSuite(TestDatabase.Postgres());

public sealed class DatabaseBootOnPostgres() : Data.Boot.DatabaseBootSuite(TestDatabase.Postgres());
public sealed class RequestsOnPostgres() : RequestSuite(TestDatabase.Postgres());
public sealed class RequestPapersOnPostgres() : Intake.Papers.RequestPapersSuite(TestDatabase.Postgres());

public sealed class DocumentAccessOnPostgres() : DocumentAccessSuite(TestDatabase.Postgres());

public sealed class DocumentFaultsOnPostgres() : DocumentFaultSuite(TestDatabase.Postgres());

public sealed class IssuedOnPostgres() : IssuedSuite(TestDatabase.Postgres());

public sealed class BeneficiariesOnPostgres() : Beneficiaries.BeneficiarySuite(TestDatabase.Postgres());

public sealed class BeneficiarySearchOnPostgres() : Beneficiaries.BeneficiarySearchSuite(TestDatabase.Postgres());

public sealed class FileUpkeepOnPostgres() : Beneficiaries.FileUpkeepSuite(TestDatabase.Postgres());

public sealed class FamiliesOnPostgres() : Beneficiaries.FamilySuite(TestDatabase.Postgres());

public sealed class RepresentativesOnPostgres() : Beneficiaries.RepresentativeSuite(TestDatabase.Postgres());

public sealed class SensitivityOnPostgres() : Beneficiaries.SensitivitySuite(TestDatabase.Postgres());

public sealed class PhoneUploadsOnPostgres() : Documents.PhoneUploadSuite(TestDatabase.Postgres());

public sealed class DeclarationsOnPostgres() : Intake.DeclarationSuite(TestDatabase.Postgres());

public sealed class MergeOnPostgres() : Beneficiaries.MergeSuite(TestDatabase.Postgres());

public sealed class ConsentsOnPostgres() : Beneficiaries.ConsentSuite(TestDatabase.Postgres());

public sealed class TwinsOnPostgres() : Beneficiaries.TwinSuite(TestDatabase.Postgres());

public sealed class UpgradeOnPostgres() : Data.Boot.UpgradeSuite(TestDatabase.Postgres());

public sealed class HolidaySimulatorOnPostgres() : Holidays.HolidaySimulatorSuite(TestDatabase.Postgres());

public sealed class SittingsOnPostgres() : Committee.SittingSuite(TestDatabase.Postgres());

public sealed class ReviewOnPostgres() : Committee.ReviewSuite(TestDatabase.Postgres());

public sealed class MinutesOnPostgres() : Committee.MinutesSuite(TestDatabase.Postgres());

public sealed class CommitteesOnPostgres() : Committee.CommitteeSuite(TestDatabase.Postgres());

public sealed class BoardOnPostgres() : Intake.BoardSuite(TestDatabase.Postgres());
public sealed class DayOnPostgres() : Daily.DaySuite(TestDatabase.Postgres());

public sealed class HolidaysOnPostgres() : Holidays.HolidaySuite(TestDatabase.Postgres());

public sealed class StorageFaultsOnPostgres() : Faults.StorageFaultSuite(TestDatabase.Postgres());

public sealed class VisitsOnPostgres() : Intake.VisitSuite(TestDatabase.Postgres());

public sealed class ReceptionOnPostgres() : Intake.ReceptionSuite(TestDatabase.Postgres());

public sealed class VisitCardOnPostgres() : Intake.Papers.VisitCardSuite(TestDatabase.Postgres());
public sealed class WriterOnPostgres() : Data.WriterSuite(TestDatabase.Postgres());

public sealed class BackupOnPostgres() : Administration.BackupSuite(TestDatabase.Postgres());

public sealed class HeadsOnPostgres() : HeadsSuite(TestDatabase.Postgres());

public sealed class KillOnPostgres() : Faults.KillSuite(TestDatabase.Postgres(), kills: 3);

public sealed class CompletedStreamOnPostgres() : Faults.CompletedStreamSuite(TestDatabase.Postgres(), kills: 2);

public sealed class AccountsOnPostgres() : Administration.AccountSuite(TestDatabase.Postgres());

public sealed class SettingsOnPostgres() : Administration.Settings.SettingsSuite(TestDatabase.Postgres());

public sealed class NumbersOnPostgres() : Administration.Settings.NumberSuite(TestDatabase.Postgres());

public sealed class TextsOnPostgres() : Administration.Settings.TextSuite(TestDatabase.Postgres());

public sealed class RequestLifeOnPostgres() : Intake.Life.RequestLifeSuite(TestDatabase.Postgres());

public sealed class ServicesOnPostgres() : Intake.Services.ServiceSuite(TestDatabase.Postgres());

public sealed class EndingPapersOnPostgres() : Intake.Papers.EndingPapersSuite(TestDatabase.Postgres());
public sealed class InquiriesOnPostgres() : Contacts.Inquiries.InquirySuite(TestDatabase.Postgres());

public sealed class LiaisonOnPostgres() : Contacts.Liaison.LiaisonSuite(TestDatabase.Postgres());

public sealed class OutboxOnPostgres() : Contacts.OutboxSuite(TestDatabase.Postgres());

public sealed class NoticesOnPostgres() : Contacts.NoticeSuite(TestDatabase.Postgres());
public sealed class ImportOnPostgres() : Beneficiaries.Importing.ImportSuite(TestDatabase.Postgres());
public sealed class PoliciesOnPostgres() : PolicyLibrary.PolicySuite(TestDatabase.Postgres());

public sealed class TrackingOnPostgres() : Intake.Tracking.TrackingSuite(TestDatabase.Postgres());
public sealed class BatchOnPostgres() : Intake.Papers.BatchSuite(TestDatabase.Postgres());
public sealed class SigningOnPostgres() : PolicyLibrary.SigningSuite(TestDatabase.Postgres());

public sealed class RosterImportOnPostgres() : PolicyLibrary.RosterImportSuite(TestDatabase.Postgres());

public sealed class ChasingOnPostgres() : PolicyLibrary.ChasingSuite(TestDatabase.Postgres());
public sealed class RepliesOnPostgres() : Contacts.ReplySuite(TestDatabase.Postgres());

public sealed class InteractionsOnPostgres() : Contacts.InteractionSuite(TestDatabase.Postgres());

public sealed class AnnouncementsOnPostgres() : Contacts.AnnouncementSuite(TestDatabase.Postgres());

public sealed class ChannelsOnPostgres() : Contacts.ChannelSuite(TestDatabase.Postgres());
