using Mabarra.CaseManager.Contacts;

namespace Mabarra.CaseManager.Intake;

/// <summary>What the fields of a request may hold.</summary>
internal static class RequestChecks
{
    /// <summary>A paper noted longer after it came is not a late note but an error.</summary>
    private const int OldestReceiptDays = 60;

    private const int LongestReference = 60;
    private const int LongestNote = 400;
    private const int LongestContact = 200;

    public static RequestWords Words(string? description, string? amount)
    {
        var check = new FieldChecks();
        var words = new RequestWords(
            check.Paragraph(description, nameof(NewRequest.Description), ServiceRequest.LongestDescription, ServiceRequest.ShortestDescription),
            check.OptionalValue<Money>(amount, nameof(NewRequest.RequestedAmount), MoneyInput.Check));
        check.ThrowIfAny();
        return words;
    }

    /// <summary>Somebody of none of the service's categories is taken in with a reason only; for everybody else none is kept.</summary>
    public static string? Override(NewRequest form, bool isEligible)
    {
        if (isEligible)
            return null;
        if (CleanText.IsBlank(form.OverrideReason))
            throw new RuleViolation("intake.request.ineligible", nameof(form.OverrideReason));
        var check = new FieldChecks();
        var reason = check.Line(form.OverrideReason, nameof(form.OverrideReason), LongestNote, min: 5);
        check.ThrowIfAny();
        return reason;
    }

    public static ItemReceipt Receipt(Act act, RequestItem item, ItemForm form)
    {
        if (item.IsDeclaration)
            throw new RuleViolation("intake.item.declaration");
        var check = new FieldChecks();
        var received = form.ReceivedOn ?? act.On;
        check.That(received <= act.On, "intake.item.future", nameof(form.ReceivedOn));
        check.That(received >= act.On.AddDays(-OldestReceiptDays), "intake.item.old", nameof(form.ReceivedOn), OldestReceiptDays);
        var reference = check.OptionalLine(form.RefNo, nameof(form.RefNo), LongestReference);
        var note = check.OptionalLine(form.Note, nameof(form.Note), LongestNote);
        CheckProof(check, item, form, reference);
        CheckAge(check, item, form, received);
        CheckExpiry(check, item, form, received);
        // A refused paper cannot have come, good this time, before it was refused.
        check.That(item.RejectedOn is null || received >= item.RejectedOn, "intake.item.beforerefusal", nameof(form.ReceivedOn));
        check.ThrowIfAny();
        return new ItemReceipt(received) { RefNo = reference, IssuedOn = form.IssuedOn, ExpiresOn = form.ExpiresOn, Note = note, DocumentId = form.DocumentId };
    }

    /// <summary>ت-٤: signed one way or another; a thumbprint, or the signature of somebody who cannot read, before a witness.</summary>
    public static string? Witness(DeclarationForm form)
    {
        var check = new FieldChecks();
        check.That(Enum.IsDefined(form.Method), "intake.declaration.method", nameof(form.Method));
        var isThere = form.Method == SignatureMethod.Pad ? form.Drawing is { Length: > 0 } : form.DocumentId is not null;
        check.That(isThere, "intake.complete.unsigned", form.Method == SignatureMethod.Pad ? nameof(form.Drawing) : nameof(form.DocumentId));
        var witness = form.Method == SignatureMethod.Thumbprint || form.CannotRead
            ? check.Line(form.WitnessName, nameof(form.WitnessName), min: 5)
            : check.OptionalLine(form.WitnessName, nameof(form.WitnessName));
        check.ThrowIfAny();
        return witness;
    }

    /// <summary>ت-٥: both halves, the explaining and the agreeing.</summary>
    public static (Channel Channel, string Contact) Agreement(AgreementForm form)
    {
        var check = new FieldChecks();
        check.That(form.IsExplained, "intake.agree.unexplained", nameof(form.IsExplained));
        check.That(form.Channel is { } c && Enum.IsDefined(c), "intake.agree.channel", nameof(form.Channel));
        var contact = Contact(check, form);
        check.ThrowIfAny();
        return (form.Channel!.Value, contact);
    }

    private static string Contact(FieldChecks check, AgreementForm form) => form.Channel switch
    {
        Channel.Phone => check.Required(form.Contact, nameof(form.Contact), SaudiPhone.Check),
        Channel.Fax => check.Required(form.Contact, nameof(form.Contact), SaudiPhone.Check),
        Channel.Email => check.Required(form.Contact, nameof(form.Contact), EmailText.Check),
        Channel.InPerson or Channel.Website or Channel.Volunteer => check.OptionalLine(form.Contact, nameof(form.Contact), LongestContact) ?? "",
        _ => check.Line(form.Contact, nameof(form.Contact), LongestContact, min: 5),
    };

    /// <summary>Seen and verified papers are known by their number; a kept one by its scan, or by where the copy lies.</summary>
    private static void CheckProof(FieldChecks check, RequestItem item, ItemForm form, string? reference)
    {
        switch (item.Handling)
        {
            case Handling.Sight or Handling.Verify:
                check.That(reference is not null, "intake.item.reference", nameof(form.RefNo));
                break;
            case Handling.Keep:
                check.That((form.DocumentId ?? item.DocumentId) is not null || reference is not null, "intake.item.copy", nameof(form.DocumentId));
                break;
            case Handling.Form:
                break;
        }
    }

    private static void CheckAge(FieldChecks check, RequestItem item, ItemForm form, DateOnly received)
    {
        check.That(form.IssuedOn is null || form.IssuedOn <= received, "intake.item.issuedlater", nameof(form.IssuedOn));
        if (item.MaxAgeDays is not { } days)
            return;
        check.That(form.IssuedOn is not null, "intake.item.issuedon", nameof(form.IssuedOn));
        check.That(form.IssuedOn is null || form.IssuedOn >= received.AddDays(-days), "intake.item.expired", nameof(form.IssuedOn), days);
    }

    /// <summary>An identity paper may have no expiry date on it; where one is asked of another paper it must be there.</summary>
    private static void CheckExpiry(FieldChecks check, RequestItem item, ItemForm form, DateOnly received)
    {
        check.That(!item.HasExpiry || item.Handling == Handling.Sight || form.ExpiresOn is not null, "intake.item.expiryneeded", nameof(form.ExpiresOn));
        check.That(form.ExpiresOn is null || form.ExpiresOn >= received, "intake.item.isexpired", nameof(form.ExpiresOn));
        check.That(form.ExpiresOn is null || form.IssuedOn is null || form.ExpiresOn >= form.IssuedOn, "intake.item.expirybeforeissue", nameof(form.ExpiresOn));
    }
}
