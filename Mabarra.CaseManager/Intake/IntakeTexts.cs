using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Intake.Life;
using Mabarra.CaseManager.Intake.Papers;

namespace Mabarra.CaseManager.Intake;

/// <summary>The sentences of the desk an administrator may write otherwise. Labels and numbers of a paper are none of them, nor is what the policy itself says.</summary>
internal static class IntakeTexts
{
    /// <summary>What the beneficiary signs (ت-٤).</summary>
    public const string Declaration = "declaration.text";

    /// <summary>What is explained to her before she leaves (ت-٥).</summary>
    public const string Explanation = "agree.text";

    /// <summary>What she is told of what is still missing.</summary>
    public const string Reminder = "remind.script";

    private const string Slip = "title.ReceiptSlip";
    private const string Deficiency = "title.DeficiencyNotice";
    private const string Sheet = "title.RequirementsSheet";
    private const string Form = "title.RequestForm";
    private const string Withdrawal = "title.WithdrawalSlip";
    private const string Archive = "title.ArchiveNotice";
    private const string Card = "title.VisitCard";
    private const string All = "texts.all";

    public static EditableText[] List { get; } =
    [
        new(Declaration, typeof(IntakeText), "declaration.title") { IsOnPapers = true, Clause = "ت-4" },
        Paper("form.declaration.period", Form) with { Places = [new("days", IsRequired: true)], Clause = "ت-6" },
        new(Explanation, typeof(IntakeText), "agree.title") { Clause = "ت-5" },
        Paper("slip.lead", Slip) with { Clause = "ت-6" },
        Paper("slip.explained", Slip) with { Clause = "ت-5" },
        Paper("deficiency.lead", Deficiency) with { Clause = "ت-3" },
        Paper("deficiency.big", Deficiency) with { MaxLength = 120, Clause = "ت-3" },
        Paper("deficiency.note", Deficiency) with { Clause = "ت-3" },
        new(Reminder, typeof(LifeText), "remind.title") { Places = [new("number", IsRequired: true), new("missing", IsRequired: true), new("name"), new("association")], Clause = "ت-3" },
        Paper("sheet.period.note", Sheet) with { Clause = "ت-2" },
        Paper("sheet.handed.text", Sheet) with { Clause = "ت-2" },
        Paper("form.privacy.purpose", Form) with { Clause = "ح-2" },
        Paper("form.privacy.rights", Form) with { Places = [new("phone", IsRequired: true)], Clause = "ح-2" },
        Paper("card.keep", Card) with { MaxLength = 120, Clause = "ت-1" },
        Paper("ending.lead.WithdrawalSlip", Withdrawal),
        Paper("ending.note.WithdrawalSlip", Withdrawal),
        Paper("ending.lead.ArchiveNotice", Archive),
        Paper("ending.note.ArchiveNotice", Archive),
        Paper("contact", All) with { Places = [new("phone", IsRequired: true)], MaxLength = 400 },
    ];

    /// <summary>One paragraph on a page that must stay one page.</summary>
    private static EditableText Paper(string code, string group) => new(code, typeof(PapersText), group) { IsOnPapers = true, MaxLength = 600 };
}
