using Mabarra.CaseManager.Audit;
using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.PolicyLibrary.Signing;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.PolicyLibrary;

/// <summary>
/// The library as the policy itself lists it: this policy with its text verbatim in 44 clauses, the five tools of ب and the charter of ح-٤.
/// The text bears no number or date of approval: it waits as a draft, readable by all, until somebody types them (R2).
/// </summary>
internal sealed class PolicySeed(TimeProvider clock) : IReferenceData
{
    private const string Resource = "policies/beneficiary-relations.tsv";

    private static readonly StaffKind[] Everybody = [StaffKind.Employee, StaffKind.Contractor, StaffKind.Volunteer];

    private static readonly (PolicyKind Kind, string Ar, string En, string Clause, StaffKind[] Audience)[] Library =
    [
        (PolicyKind.BeneficiaryRelations, "سياسة تنظيم العلاقة مع المستفيدين", "Policy on relations with beneficiaries", "مسؤوليات-1", Everybody),
        (PolicyKind.BasicBylaw, "اللائحة الأساسية", "Basic bylaws", "ب-1", []),
        (PolicyKind.PartnersPolicy, "سياسة التعامل مع الشركاء المنفذين والأطراف الثالثة", "Policy on implementing partners and third parties", "ب-2", [StaffKind.Employee, StaffKind.Contractor]),
        (PolicyKind.VolunteeringPolicy, "سياسة إدارة التطوع", "Volunteering policy", "ب-3", [StaffKind.Volunteer]),
        (PolicyKind.AidPolicy, "سياسة صرف المساعدات", "Aid disbursement policy", "ب-4", [StaffKind.Employee]),
        (PolicyKind.RequestForm, "نموذج طلب خدمة", "Service request form", "ب-5", []),
        (PolicyKind.EthicsCharter, "ميثاق أخلاقيات المهنة والسلوك", "Charter of professional ethics and conduct", "ح-4", Everybody),
    ];

    /// <summary>The first answer is the right one.</summary>
    private static readonly (string Words, string Clause, string[] Answers)[] Questions =
    [
        ("كم مدة الرد على الطلب؟", "ت-6", ["15 يوم عمل من تاريخ اكتمال الطلب", "30 يومًا من تاريخ تقديم الطلب", "متى تيسر انعقاد اللجنة"]),
        ("متى يُتأكد من اكتمال بيانات المستفيد؟", "ت-3", ["قبل مغادرته الجمعية", "عند عرض طلبه على اللجنة", "بعد صدور القرار"]),
        ("على ماذا يوقّع المستفيد عند تقديم طلبه؟", "ت-4", ["على صحة بياناته وأنه مسؤول عنها", "على قبوله قرار اللجنة أيًا كان", "على نشر صورته"]),
        ("كيف تُسوّى الخلافات مع المستفيد؟", "ج-3", ["بالسعي الحثيث إلى حلها وديًا", "بإحالتها إلى القضاء أولًا", "بإغلاق ملف المستفيد"]),
        ("ما الواجب تجاه بيانات المستفيدين؟", "ح-2", ["حفظها بما يضمن سريتها", "إتاحتها لجميع العاملين", "نشرها في التقارير"]),
        ("من يستقبل استفسارات المستفيدين ويرد عليها؟", "خ-1", ["ضابط اتصال محدد حسب الفئات والمجالات", "أي زائر يعرف الجواب", "لا أحد بعد انتهاء الدوام"]),
    ];

    public async Task EnsureAsync(CaseDbContext db, CancellationToken cancel)
    {
        if (await db.Policies.AnyAsync(cancel))
            return;
        var act = new Act(Actor.System, clock.Now);
        foreach (var (kind, ar, en, clause, audience) in Library)
        {
            var policy = new Policy(kind, new PolicyFacts(ar, en, null, kind == PolicyKind.BeneficiaryRelations, audience.ToHashSet()));
            db.Add(policy);
            db.Record(act, "policies.policy.add", policy, ar, clause);
            if (kind != PolicyKind.BeneficiaryRelations)
                continue;
            var version = new PolicyVersion(policy.Id, no: 1, isSeeded: true);
            foreach (var (text, order) in Rows().Select((r, i) => (r, i)))
                version.Add(text, order);
            db.Add(version);
            foreach (var (words, ofClause, answers) in Questions)
            {
                var question = new PolicyQuestion(policy.Id, new QuestionWords(words, ofClause, answers));
                db.Add(question);
                db.Record(act, "policies.question.add", question, ofClause, clause);
            }
            db.Record(act, "policies.version.draft", version, ar, clause);
        }
    }

    /// <summary>One row a line: key, kind, number, words, footnote.</summary>
    internal static IEnumerable<ClauseText> Rows()
    {
        using var stream = typeof(PolicySeed).Assembly.GetManifestResourceStream(Resource)!;
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.TrimEnd('\r').Split('\t'))
            .Select(c => new ClauseText(c[0], Enum.Parse<ClauseKind>(c[1]), Some(c[2]), c[3], Some(c[4])))];
    }

    private static string? Some(string cell) => cell.Length == 0 ? null : cell;
}
