namespace Mabarra.CaseManager.Intake;

/// <summary>The part of the request's page a missing thing is mended in.</summary>
public enum RequestSection
{
    Items,
    Sheet,
    Declaration,
    Explanation,
    Beneficiary,
}

/// <summary>Something that keeps a request from being complete.</summary>
/// <param name="Code">Text key, <c>intake.complete.…</c>.</param>
/// <param name="ItemId">The paper, when it is one.</param>
/// <param name="Clause">Clause of the policy that asks for it.</param>
public sealed record MissingThing(string Code, RequestSection Section, string Clause, Guid? ItemId = null, string? ItemNameAr = null, string? ItemNameEn = null)
{
    internal Breach ToBreach() => ItemId is { } id
        ? new Breach(Code, id.ToString(), ItemNameAr!, ItemNameEn!)
        : new Breach(Code, Section.ToString());
}

/// <summary>The completeness gate (ت-٢ … ت-٥): one list of what is missing, for the page to show and for <see cref="ServiceRequest.Complete"/> to refuse by.</summary>
public static class Completeness
{
    /// <summary>Everything that is missing, in the order of the page; empty when the request may be completed.</summary>
    /// <param name="isDataReviewed">The beneficiary's data was gone through within the last twelve months.</param>
    public static IReadOnlyList<MissingThing> Missing(ServiceRequest request, bool isDataReviewed, DateOnly today)
    {
        var missing = new List<MissingThing>();
        if (!request.IsBeingTakenIn)
            missing.Add(new("intake.request.closed", RequestSection.Items, "ت-3"));
        if (!isDataReviewed)
            missing.Add(new("intake.complete.datastale", RequestSection.Beneficiary, "ت-4"));
        if (request.SheetIssuedAt is null)
            missing.Add(new("intake.complete.nosheet", RequestSection.Sheet, "ت-2"));
        // A request without any checklist must not slip through as "nothing is missing".
        if (request.Items.Count == 0)
            missing.Add(new("intake.complete.nochecklist", RequestSection.Items, "ت-2"));
        missing.AddRange(request.Items.Where(i => i.IsOpen && !i.IsDeclaration).OrderBy(i => i.Order)
            .Select(i => new MissingThing("intake.complete.item", RequestSection.Items, "ت-3", i.Id, i.NameAr, i.NameEn)));
        missing.AddRange(Expired(request, today));
        if (request.Declaration is null)
            missing.Add(new("intake.complete.unsigned", RequestSection.Declaration, "ت-4"));
        if (request.ExplainedAt is null || request.AgreedChannel is null || request.AgreedContact is null)
            missing.Add(new("intake.complete.nochannel", RequestSection.Explanation, "ت-5"));
        return missing;
    }

    /// <summary>
    /// A mandatory paper must be valid on the day the request becomes complete, which is the day the last one came (R5):
    /// a late click neither saves an expired paper nor spoils a good one.
    /// </summary>
    private static IEnumerable<MissingThing> Expired(ServiceRequest request, DateOnly today)
    {
        var day = request.Declaration is null || request.Items.Any(i => i.IsOpen) ? today : LastReceivedOn(request);
        return request.Items.Where(i => i.IsMandatory && Validity.StateOf(i, day, null) == ValidityState.Expired).OrderBy(i => i.Order)
            .Select(i => new MissingThing("intake.complete.expired", RequestSection.Items, "ت-3", i.Id, i.NameAr, i.NameEn));
    }

    /// <summary>ت-٦ «من تاريخ اكتمال الطلب»: the day the last required item came, the signed declaration among them (R5).</summary>
    internal static DateOnly LastReceivedOn(ServiceRequest request) => request.Items
        .Where(i => i.IsMandatory)
        .Select(i => i.ReceivedOn!.Value)
        .Append(request.Declaration!.SignedOn)
        .Max();
}
