using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Mabarra.CaseManager.Audit;
using Mabarra.CaseManager.Staff;
using Mabarra.CaseManager.Tests.Architecture;
using Mabarra.CaseManager.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Mabarra.CaseManager.Tests.Doors;

/// <summary>A2: every act and every query of the app's services, called directly by everybody who may not.</summary>
public abstract class ServiceDoorsHouse(TestDatabase database) : House(database)
{
    /// <summary>The permission of each read, and of each act that <c>docs/acts.md</c> does not list because it belongs to no <c>…Service</c>.</summary>
    private static readonly Dictionary<string, string> Permissions = new(StringComparer.Ordinal)
    {
        ["AccountQueries.PageAsync"] = "accounts.edit",
        ["AccountQueries.OpenAsync"] = "accounts.edit",
        ["AuditQueries.AccessOfRecordAsync"] = "access.view",
        ["AuditQueries.PageAsync"] = "audit.view",
        ["AuditQueries.ActorsAsync"] = "audit.view|access.view",
        ["AuditQueries.AccessPageAsync"] = "access.view",
        ["BoardQueries.ReadAsync"] = "intake.view",
        ["MinutesPapers.PrintAsync"] = "review.manage",
        ["MinutesQueries.OfSittingAsync"] = "review.sittings",
        ["MinutesQueries.OpenAsync"] = "review.sittings",
        ["SittingQueries.NewestAsync"] = "review.sittings",
        ["SittingQueries.ManagedAsync"] = "review.manage",
        ["SittingQueries.OpenAsync"] = "review.sittings",
        ["ReviewQueries.LaneAsync"] = "review.view",
        ["ReviewQueries.HeadAsync"] = "review.view",
        ["CaseFileQueries.OpenAsync"] = "review.view",
        ["CommitteeQueries.AllAsync"] = "committees.view",
        ["CommitteeQueries.OpenAsync"] = "committees.view",
        ["CommitteeQueries.CandidatesAsync"] = "committees.edit",
        ["DayReader.ReadAsync"] = "daily.view",
        ["ColleagueQueries.OthersAsync"] = "daily.view",
        ["DueNoticeQueries.CountAsync"] = "intake.view",
        ["DueNoticeQueries.PageAsync"] = "intake.view",
        ["HolidaySimulator.ForeseeAsync"] = "holidays.edit",
        ["AnswerQueries.DraftsAsync"] = "answers.write",
        ["AnswerQueries.FindAsync"] = "inquiries.view",
        ["AnswerQueries.LikeAsync"] = "inquiries.view",
        ["AnswerQueries.VersionsAsync"] = "inquiries.view",
        ["InquiryQueries.AskedOftenAsync"] = "answers.write",
        ["InquiryQueries.FiguresAsync"] = "inquiries.view",
        ["InquiryQueries.MineAsync"] = "inquiries.view",
        ["InquiryQueries.OfBeneficiaryAsync"] = "inquiries.view",
        ["InquiryQueries.OpenAsync"] = "inquiries.view",
        ["InquiryQueries.PageAsync"] = "inquiries.view",
        ["LiaisonQueries.AbsencesAsync"] = "liaison.view",
        ["LiaisonQueries.GapCountAsync"] = "liaison.view",
        ["LiaisonQueries.HistoryAsync"] = "liaison.view",
        ["LiaisonQueries.OfficersAsync"] = "liaison.view",
        ["LiaisonQueries.UnheldCountAsync"] = "liaison.assign",
        ["LiaisonQueries.ViewAsync"] = "liaison.view",
        ["MineQueries.ReadAsync"] = "liaison.mine",
        ["ListQueries.RowsAsync"] = "lists.edit",
        ["ChannelQueries.AllAsync"] = "channels.view",
        ["ChannelQueries.OwnersAsync"] = "channels.edit",
        ["InteractionQueries.OfBeneficiaryAsync"] = "contacts.view",
        ["InformationQueries.AnnouncementsAsync"] = "information.view",
        ["InformationQueries.ItemsAsync"] = "information.view",
        ["InformationQueries.OpenAsync"] = "information.view",
        ["InformationQueries.VersionsAsync"] = "information.view",
        ["InteractionQueries.OpenAsync"] = "contacts.view",
        ["InteractionQueries.PageAsync"] = "contacts.view",
        ["InteractionQueries.SupervisorsAsync"] = "contacts.edit",
        ["VolunteerQueries.ListedAsync"] = "channels.view",
        ["VolunteerQueries.NamesAsync"] = "channels.view",
        ["GatewayQueries.AllAsync"] = "lists.edit",
        ["NoticePapers.PrintAsync"] = "contacts.view",
        ["NoticeQueries.MineAsync"] = "contacts.view",
        ["NoticeQueries.PageAsync"] = "contacts.view",
        ["NoticeQueries.ToDoAsync"] = "contacts.view",
        ["NoticeQueries.OfRecordAsync"] = "contacts.view",
        ["NoticeQueries.OpenAsync"] = "contacts.view",
        ["RequestFilterQueries.ChoicesAsync"] = "intake.view",
        ["SettingQueries.GroupAsync"] = "lists.edit",
        ["SettingQueries.HistoryAsync"] = "lists.edit",
        ["NumberQueries.NextAsync"] = "lists.edit",
        ["ServiceTypeQueries.IsForAsync"] = "intake.edit",
        ["TextQueries.RowsAsync"] = "lists.edit",
        ["TextQueries.VersionsAsync"] = "lists.edit",
        ["BankAccountQueries.OfAsync"] = "beneficiaries.view",
        ["BankAccountQueries.RevealAsync"] = "beneficiaries.edit",
        ["BankAccountQueries.SameIbanAsync"] = "beneficiaries.view",
        ["MergeQueries.OfFileAsync"] = "beneficiaries.view",
        ["MergeQueries.PreviewAsync"] = "beneficiaries.merge",
        ["BeneficiaryTwins.ByIdElsewhereAsync"] = "beneficiaries.view",
        ["BeneficiaryTwins.ByNameAsync"] = "beneficiaries.view",
        ["ConsentQueries.OfAsync"] = "beneficiaries.view",
        ["FamilyQueries.OfAsync"] = "beneficiaries.view",
        ["FamilyQueries.OpenHealthAsync"] = "beneficiaries.sensitive",
        ["FamilyQueries.RevealIdAsync"] = "beneficiaries.edit",
        ["RepresentativeQueries.OfAsync"] = "beneficiaries.view",
        ["RepresentativeQueries.RevealIdAsync"] = "beneficiaries.edit",
        ["RepresentativeQueries.WhoMayActAsync"] = "beneficiaries.view",
        ["SensitivityQueries.OpenAsync"] = "beneficiaries.sensitive",
        ["BeneficiaryQueries.PageAsync"] = "beneficiaries.view",
        ["BeneficiaryQueries.OpenAsync"] = "beneficiaries.view",
        ["BeneficiaryQueries.EditAsync"] = "beneficiaries.view",
        ["BeneficiaryQueries.HitAsync"] = "beneficiaries.view",
        ["BeneficiaryQueries.RevealIdAsync"] = "beneficiaries.edit",
        ["BeneficiarySearch.FindAsync"] = "beneficiaries.view",
        ["BeneficiarySearch.SameIdAsync"] = "beneficiaries.view",
        ["BeneficiarySearch.SameMobileAsync"] = "beneficiaries.view",
        ["ImportQueries.LastAsync"] = "beneficiaries.import",
        ["ImportQueries.OpenAsync"] = "beneficiaries.import",
        ["ImportQueries.RowsAsync"] = "beneficiaries.import",
        ["DocumentQueries.OfOwnerAsync"] = Record,
        ["DocumentQueries.OpenAsync"] = Record,
        ["PhoneQueries.LatestAsync"] = Record,
        ["HolidayQueries.OfYearAsync"] = "holidays.view",
        ["HolidayQueries.WeeksAsync"] = "holidays.view",
        ["IssuedDocuments.OfRecordAsync"] = Record,
        ["IssuedDocuments.OpenAsync"] = Record,
        ["PolicyQueries.OpenAsync"] = "policies.edit",
        ["PolicyQueries.ReadAsync"] = "policies.edit",
        ["PolicyQueries.CompareAsync"] = "policies.edit",
        ["AckPapers.CertificateAsync"] = Record,
        ["AckPapers.ReceiptAsync"] = Record,
        ["AwarenessQueries.PageAsync"] = "policies.track",
        ["AwarenessQueries.PeopleAsync"] = "policies.track",
        ["AwarenessQueries.YearAsync"] = "policies.track",
        ["CoveragePapers.PrintAsync"] = "policies.track",
        ["CoverageQueries.CopiesAsync"] = "policies.track",
        ["CoverageQueries.ExemptionsAsync"] = "policies.track",
        ["CoverageQueries.OfAsync"] = "policies.track",
        ["CoverageQueries.PageAsync"] = "policies.track",
        ["CoverageQueries.QuestionsAsync"] = "policies.edit",
        ["CoverageQueries.VersionsAsync"] = "policies.track",
        ["RosterQueries.AccountsAsync"] = "policies.track",
        ["RosterQueries.DepartmentsAsync"] = "policies.track",
        ["RosterQueries.HeadsAsync"] = "policies.track",
        ["RosterQueries.PageAsync"] = "policies.track",
        ["SigningQueries.AskAsync"] = Record,
        ["SigningQueries.OpenAsync"] = Record,
        ["PolicyPapers.PrintAsync"] = "policies.edit",
        ["BlankForms.PrintAsync"] = "intake.view|lists.edit",
        ["PrintBatch.PrintAsync"] = "intake.view",
        ["RequestPapers.PrintAsync"] = "intake.view",
        ["RequestQueries.PageAsync"] = "intake.view",
        ["RequestQueries.OfBeneficiaryAsync"] = "intake.view",
        ["RequestQueries.FindAsync"] = "intake.view",
        ["RequestQueries.OpenAsync"] = "intake.view",
        ["BackCheckQueries.EmployeesAsync"] = "intake.view",
        ["BackCheckQueries.PageAsync"] = "intake.view",
        ["RequestQueries.OfVisitAsync"] = "intake.view",
        ["RequestQueries.RemindersDueAsync"] = "intake.view",
        ["RequestQueries.SourceAsync"] = "intake.view",
        ["ServiceTypeQueries.AllAsync"] = "lists.edit",
        ["ServiceTypeQueries.OpenAsync"] = "lists.edit",
        ["VisitQueries.OpenAsync"] = "intake.view",
        ["VisitQueries.PageAsync"] = "intake.view",
        ["VisitQueries.OfBeneficiaryAsync"] = "intake.view",
        ["VisitQueries.OneAsync"] = "intake.view",
        ["VisitQueries.ColleaguesAsync"] = "intake.edit",
        ["VisitQueries.QuestionsAsync"] = "intake.view",
        ["VisitPapers.PrintAsync"] = "intake.view",
        ["ReceptionQueries.NowAsync"] = "intake.view",
        ["ReceptionQueries.LeftOpenAsync"] = "intake.view",
        ["ReceptionQueries.HallAsync"] = "intake.view",
    };

    /// <summary>Reads that tell nothing about anybody, or that only somebody inside may call, and so ask for nobody.</summary>
    private static readonly Dictionary<string, string> Unasked = new(StringComparer.Ordinal)
    {
        ["AccountQueries.DepartmentsAsync"] = "names of departments",
        ["InquiryQueries.DepartmentsAsync"] = "names of departments",
        ["InquiryQueries.FieldsAsync"] = "the fields of work of the policy",
        ["InformationQueries.CategoriesAsync"] = "names of categories",
        ["AuditQueries.OfRecordAsync"] = "the trail of a record, for a page that has opened the record",
        ["BeneficiaryQueries.CategoriesAsync"] = "the categories of the policy",
        ["DocumentQueries.BytesForDrawingAsync"] = "for a module that draws a paper and has asked",
        ["DepartmentQueries.ActiveAsync"] = "names of departments",
        ["SigningQueries.MineAsync"] = "the actor's own",
        ["SigningQueries.IsLateByAsync"] = "the actor's own",
        ["CoverageQueries.EscalatedAsync"] = "a count, and none for who does not approve exemptions",
        ["PolicyQueries.ListAsync"] = "names of the policies, which everybody here may read",
        ["PolicyQueries.CurrentAsync"] = "this policy's text, which everybody here must read",
        ["RequestQueries.ExplainDueDateAsync"] = "the calendar, about no request",
        ["ReasonQueries.ActiveAsync"] = "the reasons one may choose from",
        ["ServiceTypeQueries.FieldsAsync"] = "the fields of work of the policy",
        ["ServiceTypeQueries.ActiveAsync"] = "the services the association offers",
        ["CaseWriter.SaveOnceAsync"] = "what services write with",
        ["OpenTickets.Url"] = "an address for the very person and paper; opening it asks",
        ["AccessLog.LookedAsync"] = "writes who looked; whoever looks has been asked",
        ["SensitivityQueries.MayOpenAsync"] = "answers what somebody may",
        ["DocumentGuard.OfAsync"] = "answers what somebody may",
        ["DocumentGuard.RequireOpenAsync"] = "asks",
        ["DocumentGuard.RequireChangeAsync"] = "asks",
        ["DocumentService.AttachAsync"] = "runs inside the transaction of an act that has asked",
        ["DocumentService.TakeAwayAsync"] = "runs inside the transaction of an act that has asked",
        ["NoticeWriter.WriteAsync"] = "runs inside the transaction of an act that has asked",
        ["NoticeWriter.WriteAllAsync"] = "runs inside the transaction of an act that has asked",
        ["IssuedDocuments.IssueAsync"] = "runs inside the transaction of an act that has asked",
    };

    /// <summary>As far as the record goes, which its own module decides; with no such record, nobody.</summary>
    private const string Record = "the record's own";

    private readonly List<Type> parts = [];

    protected override void AddTo(IServiceCollection collection) =>
        parts.AddRange(collection.Select(d => d.ServiceType).Where(t => t.Assembly == Code.App && t is { IsClass: true, IsGenericType: false }).Distinct());

    protected override Task SetUpAsync() => AddReferenceDataAsync();

    private IEnumerable<MethodInfo> Methods =>
        from type in parts
        from method in type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
        where !method.IsSpecialName && (TakesAct(method) || type.Name.EndsWith("Queries", StringComparison.Ordinal))
        orderby type.Name, method.Name
        select method;

    [Fact]
    public void A2_Every_act_and_read_has_its_permission_listed()
    {
        var (found, listed) = (Methods.Select(ActsTests.Name).ToList(), Permissions.Keys.Concat(Unasked.Keys).Concat(Acts().Keys).ToList());
        Nothing.In(found.Except(listed, StringComparer.Ordinal).Select(n => $"not listed: {n}"));
        Nothing.In(Permissions.Keys.Concat(Unasked.Keys).Except(found, StringComparer.Ordinal).Select(n => $"not there: {n}"));
        Nothing.In(Methods.Where(m => !TakesAct(m)).Select(ActsTests.Name).Except(Unasked.Keys, StringComparer.Ordinal).Select(n => $"asks nobody: {n}"));
    }

    [Fact]
    public async Task A2_Who_may_not_is_refused_first_and_nothing_changes_but_one_line_of_the_trail()
    {
        var finds = new List<string>();
        var (tried, permissions) = (0, Acts().Concat(Permissions).Where(p => !Unasked.ContainsKey(p.Key)).ToDictionary(StringComparer.Ordinal));
        foreach (var method in Methods.Where(m => !Unasked.ContainsKey(ActsTests.Name(m))))
        {
            var permission = permissions[ActsTests.Name(method)];
            foreach (var act in Everybody().Where(a => permission == Record || !permission.Split('|').Any(a.Actor.May)))
            {
                tried++;
                if (await WrongAsync(method, act, permission) is { } wrong)
                    finds.Add($"{ActsTests.Name(method)} by {string.Join('+', act.Actor.Reaches.Keys.Select(k => k.Split('.')[0]).Distinct())}: {wrong}");
            }
        }
        Nothing.In(finds);
        Assert.InRange(tried, 180, 5000);
    }

    /// <summary>Each role, and somebody without any.</summary>
    private IEnumerable<Act> Everybody() => Enum.GetValues<StaffRole>().Select(r => By(r)).Append(By());

    private async Task<string?> WrongAsync(MethodInfo method, Act act, string permission)
    {
        var before = await CountAsync();
        var trail = await TrailAsync();
        var refused = await CallAsync(method, act);
        if (refused is not AccessDenied denied)
            return $"not refused: {refused?.ToString() ?? "done"}";
        await denied.Written;
        if (permission != Record && !permission.Split('|').Contains(denied.Permission))
            return $"refused for {denied.Permission}";
        var after = await CountAsync();
        var told = (await TrailAsync()).Skip(trail.Count).ToList();
        if (told is not [{ Action: "access.denied" } line] || line.Reason != denied.Permission || line.ActorId != act.Actor.Id)
            return $"written down {told.Count} times: {string.Join(", ", told.Select(t => t.Action))}";
        var changed = after.Where(t => t.Value != before[t.Key] && t.Key != nameof(AuditEntry)).Select(t => t.Key).ToList();
        return changed.Count > 0 ? $"changed {string.Join(", ", changed)}" : null;
    }

    private async Task<Exception?> CallAsync(MethodInfo method, Act act)
    {
        try
        {
            await using var scope = Scope();
            var part = scope.ServiceProvider.GetRequiredService(method.DeclaringType!);
            var result = method.Invoke(part, BindingFlags.DoNotWrapExceptions, null, [.. method.GetParameters().Select(p => Argument(p, act))], null);
            if (result is Task task)
                await task;
            return null;
        }
        catch (Exception e)
        {
            return e;
        }
    }

    /// <summary>Something of the type; forms are empty, so that a service that looks at one before it asks comes to another end.</summary>
    private static object? Argument(ParameterInfo parameter, Act act)
    {
        var type = Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType;
        if (type == typeof(Act))
            return act;
        if (type == typeof(string))
            return "";
        if (type == typeof(Guid))
            return Guid.CreateVersion7();
        if (type == typeof(int))
            return 1;
        if (type.IsValueType)
            return Activator.CreateInstance(type);
        if (type == typeof(Stream))
            return Stream.Null;
        return type.IsAbstract || type.IsInterface || type.IsAssignableTo(typeof(IEnumerable)) || type.IsAssignableTo(typeof(Delegate))
            ? null
            : Empty(type);
    }

    private static object Empty(Type type)
    {
        var form = RuntimeHelpers.GetUninitializedObject(type);
        var nullability = new NullabilityInfoContext();
        foreach (var text in type.GetProperties().Where(p => p.PropertyType == typeof(string) && p.CanWrite && nullability.Create(p).WriteState == NullabilityState.NotNull))
            text.SetValue(form, "");
        return form;
    }

    private static bool TakesAct(MethodInfo method) => method.GetParameters().Any(p => p.ParameterType == typeof(Act));

    /// <summary>Of every table, how many rows.</summary>
    private Task<Dictionary<string, long>> CountAsync() => ReadAsync(async db =>
    {
        var counts = new Dictionary<string, long>(StringComparer.Ordinal);
        await db.Database.OpenConnectionAsync(Cancel);
        await using var command = db.Database.GetDbConnection().CreateCommand();
        foreach (var entity in db.Model.GetEntityTypes().Where(e => !e.IsOwned() && e.GetTableName() is not null))
        {
            command.CommandText = $"SELECT COUNT(*) FROM \"{entity.GetTableName()}\"";
            counts[entity.ClrType.Name] = (long)(await command.ExecuteScalarAsync(Cancel))!;
        }
        return counts;
    });

    private Task<List<AuditEntry>> TrailAsync() => ReadAsync(db => db.AuditEntries.AsNoTracking().OrderBy(e => e.Sequence).ToListAsync(Cancel));

    /// <summary>The permissions <c>docs/acts.md</c> gives.</summary>
    private static Dictionary<string, string> Acts() =>
        File.ReadAllLines(Path.Combine(Sources.Root, "docs", "acts.md"))
            .Select(line => Regex.Match(line, @"^\| `(?<act>[\w.]+)` \| [^|]* \| (?<permission>[^|(]*)", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)))
            .Where(m => m.Success)
            .ToDictionary(m => m.Groups["act"].Value, m => m.Groups["permission"].Value.Trim(), StringComparer.Ordinal);
}

public sealed class ServiceDoorsTests() : ServiceDoorsHouse(TestDatabase.Sqlite());
