using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Mabarra.CaseManager.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class DeskToReply : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "BodyEn",
                table: "TextVersions",
                type: "TEXT",
                maxLength: 4000,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "TakenFrom",
                table: "TextVersions",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Why",
                table: "TextVersions",
                type: "TEXT",
                maxLength: 300,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "NeedsStudy",
                table: "ServiceTypes",
                type: "INTEGER",
                nullable: false,
                defaultValue: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "DecidedOn",
                table: "ServiceRequests",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Declaration_SignerKind",
                table: "ServiceRequests",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Declaration_SignerName",
                table: "ServiceRequests",
                type: "TEXT",
                maxLength: 120,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Declaration_SignerProofNo",
                table: "ServiceRequests",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "DeferredCount",
                table: "ServiceRequests",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "Lane",
                table: "ServiceRequests",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "LiaisonCell",
                table: "ServiceRequests",
                type: "TEXT",
                maxLength: 81,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Outcome",
                table: "ServiceRequests",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "ReadyAt",
                table: "ServiceRequests",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "SittingId",
                table: "ServiceRequests",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "StudyBegunAt",
                table: "ServiceRequests",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "VoidedAt",
                table: "IssuedDocuments",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "AnswerEntries",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    No = table.Column<long>(type: "INTEGER", nullable: false),
                    Gist = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    CurrentNo = table.Column<int>(type: "INTEGER", nullable: true),
                    SearchText = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    IsRetired = table.Column<bool>(type: "INTEGER", nullable: false),
                    UsedCount = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AnswerEntries", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "AnswerVersions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    EntryId = table.Column<Guid>(type: "TEXT", nullable: false),
                    No = table.Column<int>(type: "INTEGER", nullable: false),
                    Question = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    Source = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    ReviewByOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    WrittenByName = table.Column<string>(type: "TEXT", maxLength: 160, nullable: false),
                    ApprovedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ApprovedByName = table.Column<string>(type: "TEXT", maxLength: 160, nullable: true),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AnswerVersions", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "CaseStudies",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    RequestId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ResearcherId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ResearcherName = table.Column<string>(type: "TEXT", maxLength: 160, nullable: false),
                    VisitOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Heads = table.Column<int>(type: "INTEGER", nullable: false),
                    Income = table.Column<long>(type: "INTEGER", nullable: false),
                    Debt = table.Column<long>(type: "INTEGER", nullable: false),
                    PerCapita = table.Column<long>(type: "INTEGER", nullable: false),
                    Home = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    Need = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    Opinion = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    Recommendation = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    RecommendedAmount = table.Column<long>(type: "INTEGER", nullable: true),
                    SubmittedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CaseStudies", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CaseStudies_ServiceRequests_RequestId",
                        column: x => x.RequestId,
                        principalTable: "ServiceRequests",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Committees",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    NameAr = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    NameEn = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Functions = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    QuorumRule = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    FormationNo = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    FormedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    FormationDocumentId = table.Column<Guid>(type: "TEXT", nullable: true),
                    TermEndsOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ServiceList = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    IsActive = table.Column<bool>(type: "INTEGER", nullable: false),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Committees", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Gateways",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Route = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    IsOn = table.Column<bool>(type: "INTEGER", nullable: false),
                    Address = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Port = table.Column<int>(type: "INTEGER", nullable: true),
                    Security = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    UserName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    SecretSealed = table.Column<byte[]>(type: "BLOB", maxLength: 1000, nullable: true),
                    Sender = table.Column<string>(type: "TEXT", maxLength: 254, nullable: false),
                    SendsAbroad = table.Column<bool>(type: "INTEGER", nullable: false),
                    TestedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    TestFailure = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Gateways", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Inquiries",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Serial = table.Column<long>(type: "INTEGER", nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Channel = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    AskedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    BeneficiaryId = table.Column<Guid>(type: "TEXT", nullable: true),
                    VisitId = table.Column<Guid>(type: "TEXT", nullable: true),
                    PersonName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    PersonKey = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Contact = table.Column<string>(type: "TEXT", maxLength: 254, nullable: true),
                    Text = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    Gist = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    CategoryCode = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    LiaisonCell = table.Column<string>(type: "TEXT", maxLength: 81, nullable: true),
                    OfficerId = table.Column<Guid>(type: "TEXT", nullable: true),
                    RefereeKind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    RefereeName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    ReferredAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    TargetOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    OpenOrder = table.Column<long>(type: "INTEGER", nullable: true),
                    Answer = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    AnswerSource = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    AnswerVersionId = table.Column<Guid>(type: "TEXT", nullable: true),
                    AnsweredAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    AnsweredByName = table.Column<string>(type: "TEXT", maxLength: 160, nullable: true),
                    IsOnTime = table.Column<bool>(type: "INTEGER", nullable: true),
                    ContactCheck = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    ContactCheckedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ContactCheckNote = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Inquiries", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "LiaisonAssignments",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    No = table.Column<long>(type: "INTEGER", nullable: false),
                    BatchId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CategoryCode = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    FieldCode = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    OfficerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    BackupId = table.Column<Guid>(type: "TEXT", nullable: true),
                    FromOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ToOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    EndReason = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LiaisonAssignments", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Notices",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Serial = table.Column<long>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    BeneficiaryId = table.Column<Guid>(type: "TEXT", nullable: false),
                    RecordType = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    RecordId = table.Column<Guid>(type: "TEXT", nullable: false),
                    RecordLabel = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Route = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Recipient = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    RecipientName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    TextNo = table.Column<int>(type: "INTEGER", nullable: false),
                    Subject = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Body = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    BodyEn = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    Status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    NextTryAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Failures = table.Column<int>(type: "INTEGER", nullable: false),
                    LeaseId = table.Column<Guid>(type: "TEXT", nullable: true),
                    LeaseEndsAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    TaskOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    SentAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    DeliveredAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Proof = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Notices", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Notices_Beneficiaries_BeneficiaryId",
                        column: x => x.BeneficiaryId,
                        principalTable: "Beneficiaries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "OfficerAbsences",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OfficerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    FromOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ToOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OfficerAbsences", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "PersonalMarks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ActorId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Value = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    SavedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PersonalMarks", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "PhoneCodes",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Hash = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false),
                    OwnerType = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    OwnerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Slot = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    TitleAr = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    TitleEn = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Sensitivity = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    OpenedById = table.Column<Guid>(type: "TEXT", nullable: false),
                    ExpiresAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ClosedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    UsedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    DocumentId = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PhoneCodes", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Policies",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    TitleAr = table.Column<string>(type: "TEXT", maxLength: 160, nullable: false),
                    TitleEn = table.Column<string>(type: "TEXT", maxLength: 160, nullable: false),
                    OwnerDepartmentId = table.Column<Guid>(type: "TEXT", nullable: true),
                    IsPublic = table.Column<bool>(type: "INTEGER", nullable: false),
                    Audience = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Policies", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Policies_Departments_OwnerDepartmentId",
                        column: x => x.OwnerDepartmentId,
                        principalTable: "Departments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "RegistryImports",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    FileName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    BodyId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Length = table.Column<long>(type: "INTEGER", nullable: false),
                    Sha256 = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false),
                    UploadedById = table.Column<Guid>(type: "TEXT", nullable: false),
                    UploadedByName = table.Column<string>(type: "TEXT", maxLength: 160, nullable: false),
                    Status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Rows = table.Column<int>(type: "INTEGER", nullable: false),
                    Ready = table.Column<int>(type: "INTEGER", nullable: false),
                    Warned = table.Column<int>(type: "INTEGER", nullable: false),
                    Broken = table.Column<int>(type: "INTEGER", nullable: false),
                    Added = table.Column<int>(type: "INTEGER", nullable: false),
                    Problem = table.Column<string>(type: "TEXT", maxLength: 600, nullable: true),
                    AppliedById = table.Column<Guid>(type: "TEXT", nullable: true),
                    EndedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RegistryImports", x => x.Id);
                    table.ForeignKey(
                        name: "FK_RegistryImports_DocumentBodies_BodyId",
                        column: x => x.BodyId,
                        principalTable: "DocumentBodies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull);
                });

            migrationBuilder.CreateTable(
                name: "CommitteeMembers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CommitteeId = table.Column<Guid>(type: "TEXT", nullable: false),
                    EmployeeId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 160, nullable: false),
                    Position = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    FromOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ToOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    IsVoting = table.Column<bool>(type: "INTEGER", nullable: false),
                    EndReason = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CommitteeMembers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CommitteeMembers_Committees_CommitteeId",
                        column: x => x.CommitteeId,
                        principalTable: "Committees",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CommitteeMembers_StaffUsers_EmployeeId",
                        column: x => x.EmployeeId,
                        principalTable: "StaffUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Sittings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CommitteeId = table.Column<Guid>(type: "TEXT", nullable: false),
                    No = table.Column<int>(type: "INTEGER", nullable: false),
                    HijriYear = table.Column<int>(type: "INTEGER", nullable: false),
                    StartsAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Place = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Mode = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    InvitedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    InvitedByName = table.Column<string>(type: "TEXT", maxLength: 160, nullable: true),
                    OpenedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    PresiderId = table.Column<Guid>(type: "TEXT", nullable: true),
                    EndedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    EndReason = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    QuorumRule = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Sittings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Sittings_Committees_CommitteeId",
                        column: x => x.CommitteeId,
                        principalTable: "Committees",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "NoticeTries",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    NoticeId = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Outcome = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Detail = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    ByName = table.Column<string>(type: "TEXT", maxLength: 160, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_NoticeTries", x => x.Id);
                    table.ForeignKey(
                        name: "FK_NoticeTries_Notices_NoticeId",
                        column: x => x.NoticeId,
                        principalTable: "Notices",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PolicyVersions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PolicyId = table.Column<Guid>(type: "TEXT", nullable: false),
                    No = table.Column<int>(type: "INTEGER", nullable: false),
                    Status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    IsSeeded = table.Column<bool>(type: "INTEGER", nullable: false),
                    IsMinor = table.Column<bool>(type: "INTEGER", nullable: false),
                    ChangeNote = table.Column<string>(type: "TEXT", maxLength: 600, nullable: true),
                    ApprovalRef = table.Column<string>(type: "TEXT", maxLength: 80, nullable: true),
                    ApprovedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    EffectiveOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ReviewDueOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    FileId = table.Column<Guid>(type: "TEXT", nullable: true),
                    PublishedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    PublishedByName = table.Column<string>(type: "TEXT", maxLength: 160, nullable: true),
                    SupersededAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    TextHash = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: true),
                    SignatureVersionId = table.Column<Guid>(type: "TEXT", nullable: true),
                    MinimumSeconds = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PolicyVersions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PolicyVersions_Policies_PolicyId",
                        column: x => x.PolicyId,
                        principalTable: "Policies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "RegistryImportProgress",
                columns: table => new
                {
                    ImportId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Handled = table.Column<int>(type: "INTEGER", nullable: false),
                    Added = table.Column<int>(type: "INTEGER", nullable: false),
                    Tries = table.Column<int>(type: "INTEGER", nullable: false),
                    HeldBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    LeaseEndsAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RegistryImportProgress", x => x.ImportId);
                    table.ForeignKey(
                        name: "FK_RegistryImportProgress_RegistryImports_ImportId",
                        column: x => x.ImportId,
                        principalTable: "RegistryImports",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "RegistryImportRows",
                columns: table => new
                {
                    ImportId = table.Column<Guid>(type: "TEXT", nullable: false),
                    No = table.Column<int>(type: "INTEGER", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Take = table.Column<bool>(type: "INTEGER", nullable: true),
                    Sealed = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RegistryImportRows", x => new { x.ImportId, x.No });
                    table.ForeignKey(
                        name: "FK_RegistryImportRows_RegistryImports_ImportId",
                        column: x => x.ImportId,
                        principalTable: "RegistryImports",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AgendaItems",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    SittingId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Place = table.Column<int>(type: "INTEGER", nullable: false),
                    RequestId = table.Column<Guid>(type: "TEXT", nullable: false),
                    RequestNumber = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    DueOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    DeferredBefore = table.Column<int>(type: "INTEGER", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    BegunAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    EndedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Discussion = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    Round = table.Column<int>(type: "INTEGER", nullable: false),
                    VoteOpenedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    VoteClosedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    PresentCount = table.Column<int>(type: "INTEGER", nullable: true),
                    NeededCount = table.Column<int>(type: "INTEGER", nullable: true),
                    ForCount = table.Column<int>(type: "INTEGER", nullable: true),
                    AgainstCount = table.Column<int>(type: "INTEGER", nullable: true),
                    AbstainCount = table.Column<int>(type: "INTEGER", nullable: true),
                    IsByChair = table.Column<bool>(type: "INTEGER", nullable: false),
                    DeferralAllowedBy = table.Column<string>(type: "TEXT", maxLength: 160, nullable: true),
                    Proposal_Amount = table.Column<long>(type: "INTEGER", nullable: true),
                    Proposal_Article = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    Proposal_Conditions = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Proposal_FirstOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Proposal_Instalments = table.Column<int>(type: "INTEGER", nullable: true),
                    Proposal_NextOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Proposal_Outcome = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Proposal_ReasonAr = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Proposal_ReasonCode = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Proposal_ReasonEn = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Proposal_ReasonNote = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    Proposal_ReferredTo = table.Column<string>(type: "TEXT", maxLength: 160, nullable: true),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AgendaItems", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AgendaItems_ServiceRequests_RequestId",
                        column: x => x.RequestId,
                        principalTable: "ServiceRequests",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_AgendaItems_Sittings_SittingId",
                        column: x => x.SittingId,
                        principalTable: "Sittings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SittingAttendances",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    SittingId = table.Column<Guid>(type: "TEXT", nullable: false),
                    EmployeeId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 160, nullable: false),
                    Position = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    IsVoting = table.Column<bool>(type: "INTEGER", nullable: false),
                    Status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Excuse = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SittingAttendances", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SittingAttendances_Sittings_SittingId",
                        column: x => x.SittingId,
                        principalTable: "Sittings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PolicyClauses",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    VersionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Order = table.Column<int>(type: "INTEGER", nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Mark = table.Column<string>(type: "TEXT", maxLength: 10, nullable: true),
                    TextAr = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    Footnote = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PolicyClauses", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PolicyClauses_PolicyVersions_VersionId",
                        column: x => x.VersionId,
                        principalTable: "PolicyVersions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "MemberVotes",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ItemId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Round = table.Column<int>(type: "INTEGER", nullable: false),
                    EmployeeId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 160, nullable: false),
                    Choice = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Reservation = table.Column<string>(type: "TEXT", maxLength: 600, nullable: true),
                    CastAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Mark = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MemberVotes", x => x.Id);
                    table.ForeignKey(
                        name: "FK_MemberVotes_AgendaItems_ItemId",
                        column: x => x.ItemId,
                        principalTable: "AgendaItems",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Recusals",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ItemId = table.Column<Guid>(type: "TEXT", nullable: false),
                    EmployeeId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 160, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    DeclaredAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Recusals", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Recusals_AgendaItems_ItemId",
                        column: x => x.ItemId,
                        principalTable: "AgendaItems",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "SittingStays",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    AttendanceId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ArrivedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    LeftAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SittingStays", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SittingStays_SittingAttendances_AttendanceId",
                        column: x => x.AttendanceId,
                        principalTable: "SittingAttendances",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_ServiceRequests_Lane_DueOrder",
                table: "ServiceRequests",
                columns: new[] { "Lane", "DueOrder" });

            migrationBuilder.CreateIndex(
                name: "IX_ServiceRequests_LiaisonCell_DueOrder",
                table: "ServiceRequests",
                columns: new[] { "LiaisonCell", "DueOrder" });

            migrationBuilder.CreateIndex(
                name: "IX_ServiceRequests_SittingId",
                table: "ServiceRequests",
                column: "SittingId");

            migrationBuilder.CreateIndex(
                name: "IX_AgendaItems_RequestId_SittingId",
                table: "AgendaItems",
                columns: new[] { "RequestId", "SittingId" });

            migrationBuilder.CreateIndex(
                name: "IX_AgendaItems_SittingId",
                table: "AgendaItems",
                column: "SittingId");

            migrationBuilder.CreateIndex(
                name: "IX_AnswerEntries_No",
                table: "AnswerEntries",
                column: "No",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AnswerVersions_EntryId_No",
                table: "AnswerVersions",
                columns: new[] { "EntryId", "No" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CaseStudies_RequestId",
                table: "CaseStudies",
                column: "RequestId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CommitteeMembers_CommitteeId",
                table: "CommitteeMembers",
                column: "CommitteeId");

            migrationBuilder.CreateIndex(
                name: "IX_CommitteeMembers_EmployeeId_CommitteeId",
                table: "CommitteeMembers",
                columns: new[] { "EmployeeId", "CommitteeId" });

            migrationBuilder.CreateIndex(
                name: "IX_Committees_NameAr",
                table: "Committees",
                column: "NameAr",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Gateways_Route",
                table: "Gateways",
                column: "Route",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Inquiries_BeneficiaryId",
                table: "Inquiries",
                column: "BeneficiaryId");

            migrationBuilder.CreateIndex(
                name: "IX_Inquiries_CategoryCode_OpenOrder",
                table: "Inquiries",
                columns: new[] { "CategoryCode", "OpenOrder" });

            migrationBuilder.CreateIndex(
                name: "IX_Inquiries_Gist_AskedAt",
                table: "Inquiries",
                columns: new[] { "Gist", "AskedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Inquiries_Number",
                table: "Inquiries",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Inquiries_OpenOrder",
                table: "Inquiries",
                column: "OpenOrder");

            migrationBuilder.CreateIndex(
                name: "IX_Inquiries_PersonKey",
                table: "Inquiries",
                column: "PersonKey");

            migrationBuilder.CreateIndex(
                name: "IX_Inquiries_Serial",
                table: "Inquiries",
                column: "Serial",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Inquiries_VisitId",
                table: "Inquiries",
                column: "VisitId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_LiaisonAssignments_CategoryCode_FieldCode",
                table: "LiaisonAssignments",
                columns: new[] { "CategoryCode", "FieldCode" });

            migrationBuilder.CreateIndex(
                name: "IX_LiaisonAssignments_No",
                table: "LiaisonAssignments",
                column: "No",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_LiaisonAssignments_OfficerId",
                table: "LiaisonAssignments",
                column: "OfficerId");

            migrationBuilder.CreateIndex(
                name: "IX_MemberVotes_ItemId_Round_EmployeeId",
                table: "MemberVotes",
                columns: new[] { "ItemId", "Round", "EmployeeId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Notices_BeneficiaryId_Serial",
                table: "Notices",
                columns: new[] { "BeneficiaryId", "Serial" });

            migrationBuilder.CreateIndex(
                name: "IX_Notices_LeaseId",
                table: "Notices",
                column: "LeaseId");

            migrationBuilder.CreateIndex(
                name: "IX_Notices_NextTryAt",
                table: "Notices",
                column: "NextTryAt");

            migrationBuilder.CreateIndex(
                name: "IX_Notices_RecordId_Serial",
                table: "Notices",
                columns: new[] { "RecordId", "Serial" });

            migrationBuilder.CreateIndex(
                name: "IX_Notices_Serial",
                table: "Notices",
                column: "Serial",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Notices_Status_Serial",
                table: "Notices",
                columns: new[] { "Status", "Serial" });

            migrationBuilder.CreateIndex(
                name: "IX_NoticeTries_NoticeId",
                table: "NoticeTries",
                column: "NoticeId");

            migrationBuilder.CreateIndex(
                name: "IX_OfficerAbsences_OfficerId_FromOn",
                table: "OfficerAbsences",
                columns: new[] { "OfficerId", "FromOn" });

            migrationBuilder.CreateIndex(
                name: "IX_PersonalMarks_ActorId_Name",
                table: "PersonalMarks",
                columns: new[] { "ActorId", "Name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PhoneCodes_ExpiresAt",
                table: "PhoneCodes",
                column: "ExpiresAt");

            migrationBuilder.CreateIndex(
                name: "IX_PhoneCodes_Hash",
                table: "PhoneCodes",
                column: "Hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PhoneCodes_OwnerId_Slot",
                table: "PhoneCodes",
                columns: new[] { "OwnerId", "Slot" });

            migrationBuilder.CreateIndex(
                name: "IX_Policies_OwnerDepartmentId",
                table: "Policies",
                column: "OwnerDepartmentId");

            migrationBuilder.CreateIndex(
                name: "IX_PolicyClauses_VersionId_Order",
                table: "PolicyClauses",
                columns: new[] { "VersionId", "Order" });

            migrationBuilder.CreateIndex(
                name: "IX_PolicyVersions_PolicyId_No",
                table: "PolicyVersions",
                columns: new[] { "PolicyId", "No" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Recusals_ItemId_EmployeeId",
                table: "Recusals",
                columns: new[] { "ItemId", "EmployeeId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_RegistryImportRows_ImportId_State_No",
                table: "RegistryImportRows",
                columns: new[] { "ImportId", "State", "No" });

            migrationBuilder.CreateIndex(
                name: "IX_RegistryImports_BodyId",
                table: "RegistryImports",
                column: "BodyId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_RegistryImports_CreatedAt",
                table: "RegistryImports",
                column: "CreatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_RegistryImports_Status",
                table: "RegistryImports",
                column: "Status");

            migrationBuilder.CreateIndex(
                name: "IX_SittingAttendances_EmployeeId",
                table: "SittingAttendances",
                column: "EmployeeId");

            migrationBuilder.CreateIndex(
                name: "IX_SittingAttendances_SittingId_EmployeeId",
                table: "SittingAttendances",
                columns: new[] { "SittingId", "EmployeeId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Sittings_CommitteeId_HijriYear_No",
                table: "Sittings",
                columns: new[] { "CommitteeId", "HijriYear", "No" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Sittings_Status_StartsAt",
                table: "Sittings",
                columns: new[] { "Status", "StartsAt" });

            migrationBuilder.CreateIndex(
                name: "IX_SittingStays_AttendanceId",
                table: "SittingStays",
                column: "AttendanceId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AnswerEntries");

            migrationBuilder.DropTable(
                name: "AnswerVersions");

            migrationBuilder.DropTable(
                name: "CaseStudies");

            migrationBuilder.DropTable(
                name: "CommitteeMembers");

            migrationBuilder.DropTable(
                name: "Gateways");

            migrationBuilder.DropTable(
                name: "Inquiries");

            migrationBuilder.DropTable(
                name: "LiaisonAssignments");

            migrationBuilder.DropTable(
                name: "MemberVotes");

            migrationBuilder.DropTable(
                name: "NoticeTries");

            migrationBuilder.DropTable(
                name: "OfficerAbsences");

            migrationBuilder.DropTable(
                name: "PersonalMarks");

            migrationBuilder.DropTable(
                name: "PhoneCodes");

            migrationBuilder.DropTable(
                name: "PolicyClauses");

            migrationBuilder.DropTable(
                name: "Recusals");

            migrationBuilder.DropTable(
                name: "RegistryImportProgress");

            migrationBuilder.DropTable(
                name: "RegistryImportRows");

            migrationBuilder.DropTable(
                name: "SittingStays");

            migrationBuilder.DropTable(
                name: "Notices");

            migrationBuilder.DropTable(
                name: "PolicyVersions");

            migrationBuilder.DropTable(
                name: "AgendaItems");

            migrationBuilder.DropTable(
                name: "RegistryImports");

            migrationBuilder.DropTable(
                name: "SittingAttendances");

            migrationBuilder.DropTable(
                name: "Policies");

            migrationBuilder.DropTable(
                name: "Sittings");

            migrationBuilder.DropTable(
                name: "Committees");

            migrationBuilder.DropIndex(
                name: "IX_ServiceRequests_Lane_DueOrder",
                table: "ServiceRequests");

            migrationBuilder.DropIndex(
                name: "IX_ServiceRequests_LiaisonCell_DueOrder",
                table: "ServiceRequests");

            migrationBuilder.DropIndex(
                name: "IX_ServiceRequests_SittingId",
                table: "ServiceRequests");

            migrationBuilder.DropColumn(
                name: "BodyEn",
                table: "TextVersions");

            migrationBuilder.DropColumn(
                name: "TakenFrom",
                table: "TextVersions");

            migrationBuilder.DropColumn(
                name: "Why",
                table: "TextVersions");

            migrationBuilder.DropColumn(
                name: "NeedsStudy",
                table: "ServiceTypes");

            migrationBuilder.DropColumn(
                name: "DecidedOn",
                table: "ServiceRequests");

            migrationBuilder.DropColumn(
                name: "Declaration_SignerKind",
                table: "ServiceRequests");

            migrationBuilder.DropColumn(
                name: "Declaration_SignerName",
                table: "ServiceRequests");

            migrationBuilder.DropColumn(
                name: "Declaration_SignerProofNo",
                table: "ServiceRequests");

            migrationBuilder.DropColumn(
                name: "DeferredCount",
                table: "ServiceRequests");

            migrationBuilder.DropColumn(
                name: "Lane",
                table: "ServiceRequests");

            migrationBuilder.DropColumn(
                name: "LiaisonCell",
                table: "ServiceRequests");

            migrationBuilder.DropColumn(
                name: "Outcome",
                table: "ServiceRequests");

            migrationBuilder.DropColumn(
                name: "ReadyAt",
                table: "ServiceRequests");

            migrationBuilder.DropColumn(
                name: "SittingId",
                table: "ServiceRequests");

            migrationBuilder.DropColumn(
                name: "StudyBegunAt",
                table: "ServiceRequests");

            migrationBuilder.DropColumn(
                name: "VoidedAt",
                table: "IssuedDocuments");
        }
    }
}
