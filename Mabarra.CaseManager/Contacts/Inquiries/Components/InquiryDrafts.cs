namespace Mabarra.CaseManager.Contacts.Inquiries.Components;

/// <summary>The inquiry being typed.</summary>
public sealed class InquiryDraft
{
    /// <summary>The form's own key: sent twice, it is registered once.</summary>
    public Guid Key { get; set; } = Guid.NewGuid();

    public InquiryKind Kind { get; set; }

    public Channel? Channel { get; set; } = Contacts.Channel.Phone;

    public Guid? BeneficiaryId { get; set; }

    /// <summary>Of the beneficiary who was found.</summary>
    public string? FoundName { get; set; }

    public string? PersonName { get; set; }

    public string? Contact { get; set; }

    public string? Field { get; set; }

    public string? Text { get; set; }

    public NewInquiry ToForm() => new() { Kind = Kind, Channel = Channel, BeneficiaryId = BeneficiaryId, PersonName = PersonName, Contact = Contact, Text = Text, Field = Field };
}

/// <summary>The answer to an inquiry being typed.</summary>
public sealed class ReplyDraft
{
    public string? Answer { get; set; }

    public string? Source { get; set; }

    /// <summary>The approved answer it was taken from; typing over it makes it one's own.</summary>
    public Guid? VersionId { get; set; }

    /// <summary>As the library has it.</summary>
    public string? Taken { get; set; }

    public ReplyForm ToForm() => new() { Answer = Answer, Source = Source, VersionId = string.Equals(Answer?.Trim(), Taken?.Trim(), StringComparison.Ordinal) ? VersionId : null };
}

/// <summary>Whom it is referred to, being typed.</summary>
public sealed class ReferDraft
{
    public RefereeKind Kind { get; set; }

    public Guid? OfficerId { get; set; }

    public Guid? DepartmentId { get; set; }

    public string? Name { get; set; }

    public ReferForm ToForm() => new() { Kind = Kind, RefereeId = Kind == RefereeKind.Officer ? OfficerId : DepartmentId, Name = Name };
}

/// <summary>An answer for the library being typed.</summary>
public sealed class AnswerEntryDraft
{
    public Guid Key { get; set; } = Guid.NewGuid();

    public string? Question { get; set; }

    public string? Text { get; set; }

    public string? Source { get; set; }

    public DateOnly? ReviewByOn { get; set; }

    public AnswerForm ToForm() => new() { Question = Question, Text = Text, Source = Source, ReviewByOn = ReviewByOn };

    public static AnswerEntryDraft Of(AnswerRow row) => new() { Question = row.Question, Text = row.Text, Source = row.Source, ReviewByOn = row.ReviewByOn };
}
