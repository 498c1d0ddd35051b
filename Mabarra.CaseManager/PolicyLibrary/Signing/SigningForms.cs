using Mabarra.CaseManager.Data;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.PolicyLibrary.Signing;

/// <summary>What human resources tells of a signature given there: on paper, by thumbprint, or on the desk's tablet by who has no account.</summary>
public sealed record OnBehalfForm
{
    public AckSignature Method { get; init; }

    /// <summary>Drawn on the desk's tablet.</summary>
    public ReadOnlyMemory<byte>? Drawing { get; init; }

    /// <summary>The scanned paper.</summary>
    public Guid? DocumentId { get; init; }

    /// <summary>The text was read out and explained: the person cannot read.</summary>
    public bool IsReadAloud { get; init; }

    public string? WitnessName { get; init; }

    public required string? Remark { get; init; }

    internal OnBehalf Check(bool cannotRead)
    {
        var check = new FieldChecks();
        var aloud = IsReadAloud || cannotRead;
        var witness = aloud || Method == AckSignature.Thumbprint ? check.Line(WitnessName, nameof(WitnessName), 160, min: 3) : check.OptionalLine(WitnessName, nameof(WitnessName), 160);
        var remark = check.Line(Remark, nameof(Remark), 400, min: 3);
        check.That(Method != AckSignature.Pad || Drawing is { Length: > 0 }, "policies.sign.drawing", nameof(Drawing));
        check.That(Method == AckSignature.Pad || DocumentId is not null, "policies.sign.scan", nameof(DocumentId));
        check.ThrowIfAny();
        return new OnBehalf(witness, remark, aloud);
    }
}

/// <summary>A question of the bank as it is typed: the first answer is the right one.</summary>
public sealed record QuestionForm
{
    public required string? Words { get; init; }

    public string? Clause { get; init; }

    public required IReadOnlyList<string?> Answers { get; init; }

    internal QuestionWords Check()
    {
        var check = new FieldChecks();
        var words = check.Line(Words, nameof(Words), 400, min: 5);
        var answers = (Answers ?? []).Where(a => !CleanText.IsBlank(a)).Select(a => check.Line(a, nameof(Answers), 300)).ToList();
        check.That(check.Any || answers.Count is >= 2 and <= PolicyQuestion.MostAnswers, "policies.question.answers", nameof(Answers), PolicyQuestion.MostAnswers);
        check.That(answers.Distinct(StringComparer.Ordinal).Count() == answers.Count, "policies.question.same", nameof(Answers));
        check.ThrowIfAny();
        return new QuestionWords(words, ClauseKey.Parse(Clause), answers);
    }
}

/// <summary>A question as it is asked, its answers in the order of this try.</summary>
public sealed record AskedQuestion(Guid Id, string Words, string? Clause, IReadOnlyList<string> Answers);

/// <summary>What came of a try.</summary>
/// <param name="Wrong">Clauses to read again.</param>
public sealed record CheckResult(bool Passed, int Right, int Asked, IReadOnlyList<string> Wrong)
{
    /// <summary>So many right answers are enough.</summary>
    public int Needed => Enumerable.Range(0, Asked + 1).First(n => Acknowledgement.IsEnough(n, Asked));
}

/// <summary>Reading what is to be signed, inside the act's own transaction.</summary>
internal static class AckLoader
{
    /// <summary>The version in force whose signatures this acknowledgement is about, and its words.</summary>
    /// <exception cref="RuleViolation"><c>policies.sign.superseded</c>: a newer version is in force, told kindly with the way to it.</exception>
    public static async Task<(PolicyVersion Shown, SignedText Text)> TextAsync(CaseDbContext db, Acknowledgement ack, CancellationToken cancel)
    {
        var versions = db.PolicyVersions;
        var shown = await versions.AsNoTracking().FirstOrDefaultAsync(v => v.Status == VersionStatus.Effective && v.SignatureVersionId == ack.VersionId, cancel)
            ?? throw new RuleViolation("policies.sign.superseded");
        return (shown, new SignedText(shown.No, shown.TextHash!));
    }

    /// <summary>The words on the screen are the words in force, or nothing is recorded (B62).</summary>
    public static void RequireSame(SignedText text, string? hash)
    {
        if (!string.Equals(Convert.ToHexString(text.Hash), hash, StringComparison.OrdinalIgnoreCase))
            throw new RuleViolation("policies.sign.changed");
    }
}
