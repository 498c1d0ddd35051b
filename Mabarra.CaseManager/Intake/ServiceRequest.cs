using Mabarra.CaseManager.Contacts;
using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Intake.Life;

namespace Mabarra.CaseManager.Intake;

/// <summary>
/// A request for a service (طلب خدمة). It is not complete until everything the policy asks for is there (ت-٢ … ت-٥), whichever way somebody tries;
/// from the day the last item was received it is answered within fifteen working days (ت-٦).
/// </summary>
public sealed partial class ServiceRequest : CaseEntity, IAudited
{
    public const int ShortestDescription = 10;
    public const int LongestDescription = 2000;

    private readonly List<RequestItem> _items = [];

    private ServiceRequest()
    {
    }

    internal ServiceRequest(long serial, string number, Guid beneficiaryId, ServiceType service, IReadOnlySet<string> categories, RequestWords words, Guid? visitId)
    {
        (Serial, Number, BeneficiaryId, VisitId) = (serial, number, beneficiaryId, visitId);
        (ServiceTypeId, FormVersion) = (service.Id, service.VersionNo);
        Describe(words);
        _items.AddRange(service.RequirementsFor(categories).Select(r => new RequestItem(Id, r)));
    }

    /// <summary>Order of arrival over all years: what lists are paged by.</summary>
    public long Serial { get; private init; }

    /// <summary>رقم الطلب, <c>REQ-2026-00001</c>.</summary>
    public string Number { get; private init; } = "";

    public Guid BeneficiaryId { get; private init; }

    public Guid ServiceTypeId { get; private init; }

    /// <summary>Version of the service's form and checklist it was made under (ب-٥).</summary>
    public int FormVersion { get; private init; }

    public Guid? VisitId { get; private init; }

    /// <summary>Why it was taken in although the service is not for the beneficiary's categories.</summary>
    public string? OverrideReason { get; internal init; }

    /// <summary>The cell of the liaison matrix it was sent to when it was opened (خ-١), category and field; who is in charge of the cell today is the matrix's to say.</summary>
    public string? LiaisonCell { get; internal init; }

    /// <summary>The request it was made from: last year's, or a relative's.</summary>
    public Guid? SourceRequestId { get; private set; }

    public string? SourceNumber { get; private set; }

    [PrivateValue]
    public string Description { get; private set; } = "";

    public Money? RequestedAmount { get; private set; }

    public IReadOnlyList<RequestItem> Items => _items;

    /// <summary>When the sheet of requirements was handed over (ت-٢).</summary>
    public DateTime? SheetIssuedAt { get; private set; }

    public Declaration? Declaration { get; private set; }

    /// <summary>When it was explained that the committee studies the request (ت-٥).</summary>
    public DateTime? ExplainedAt { get; private set; }

    /// <summary>The way the reply will come, agreed with the beneficiary (ت-٥).</summary>
    public Channel? AgreedChannel { get; private set; }

    [PrivateValue]
    public string? AgreedContact { get; private set; }

    /// <summary>Whatever ends the wait for a reply, by whatever road, also takes the request out of the lists of what is owed.</summary>
    public RequestStatus Status
    {
        get;
        private set
        {
            field = value;
            if (!AwaitsReply)
                DueOrder = null;
        }
    }

    /// <summary>The day the last required item was received (ت-٦); null until complete.</summary>
    public DateOnly? CompletedOn { get; private set; }

    /// <summary>When the desk confirmed completeness. Only for back-checks: the reply period runs from <see cref="CompletedOn"/>.</summary>
    public DateTime? CompletenessRecordedAt { get; private set; }

    /// <summary>Who confirmed it.</summary>
    public string? CompletedByName { get; private set; }

    /// <summary>Last day for the reply (ت-٦). Computed, never typed.</summary>
    public DateOnly? DueOn { get; private set; }

    /// <summary>What the slip promised. Stays when a holiday moves <see cref="DueOn"/>.</summary>
    public DateOnly? PromisedDueOn { get; private set; }

    /// <summary>Day number of <see cref="DueOn"/> and serial in one number: the order lists of open requests are paged by.</summary>
    public long? DueOrder { get; private set; }

    Guid IAudited.AuditedRecordId => Id;

    /// <summary>The desk is still at it.</summary>
    public bool IsBeingTakenIn => Status is RequestStatus.Draft or RequestStatus.Incomplete;

    /// <summary>The reply period runs.</summary>
    public bool AwaitsReply => Status is RequestStatus.Complete or RequestStatus.UnderStudy or RequestStatus.AtCommittee or RequestStatus.Decided;

    /// <summary>There is a paper for her that bears a code for the tracking page: the slip, or the notice of what is missing.</summary>
    public bool HasTrackingPaper => Ending is null && (CompletedOn is not null || Status == RequestStatus.Incomplete);

    internal RequestItem Item(Guid itemId) => _items.Find(i => i.Id == itemId) ?? throw new RuleViolation("intake.item.gone");

    internal void Describe(RequestWords words)
    {
        RequireIntake();
        (Description, RequestedAmount) = (words.Description, words.RequestedAmount);
    }

    /// <summary>Takes over what is still valid, and only that; the declaration is always signed anew (ت-٤).</summary>
    internal void CarryFrom(Act act, ServiceRequest source)
    {
        (SourceRequestId, SourceNumber) = (source.Id, source.Number);
        var samePerson = source.BeneficiaryId == BeneficiaryId;
        foreach (var item in _items)
            item.CarryFrom(act, source, samePerson);
    }

    internal void HandOverSheet(Act act) => SheetIssuedAt ??= act.At;

    internal void Sign(Act act, Declaration declaration)
    {
        RequireIntake();
        Declaration = declaration;
        foreach (var item in _items.Where(i => i.IsDeclaration))
            item.Receive(act, new ItemReceipt(declaration.SignedOn) { DocumentId = declaration.DocumentId });
    }

    /// <summary>ت-٥ in one act: explained that the committee studies it, and agreed how the reply will come.</summary>
    internal void Agree(Act act, Channel channel, string contact)
    {
        RequireIntake();
        ExplainedAt ??= act.At;
        (AgreedChannel, AgreedContact) = (channel, contact);
    }

    /// <summary>The visitor leaves with something missing: registered, with a deficiency notice and without a due date (ت-٣; R4).</summary>
    internal void LeaveIncomplete(Act act, ReminderPlan plan)
    {
        if (Status != RequestStatus.Draft)
            throw new RuleViolation("intake.leave.notdraft");
        if (!_items.Exists(i => i.IsOpen))
            throw new RuleViolation("intake.leave.nothingmissing");
        Status = RequestStatus.Incomplete;
        BeginReminders(act.On, plan);
    }

    /// <summary>The one gate to completeness. Whoever calls it, by whatever road, passes all of <see cref="Completeness"/>.</summary>
    internal void Complete(Act act, bool isDataReviewed, WorkingDayCalendar calendar)
    {
        var missing = Completeness.Missing(this, isDataReviewed, act.On);
        if (missing.Count > 0)
            throw new RuleViolation([.. missing.Select(m => m.ToBreach())]);
        Status = RequestStatus.Complete;
        CompletedOn = Completeness.LastReceivedOn(this);
        (CompletenessRecordedAt, CompletedByName) = (act.At, act.Actor.Name);
        (IncompleteSinceOn, NextReminderOn) = (null, null);
        FallDue(ReplyPeriod.DueOn(calendar, CompletedOn.Value));
        PromisedDueOn = DueOn;
    }

    /// <summary>The calendar changed: the due date follows, the promised one stays (DOMAIN.md §4, 5).</summary>
    /// <returns>Whether it moved.</returns>
    internal bool Reckon(WorkingDayCalendar calendar, DateOnly today)
    {
        if (!AwaitsReply || CompletedOn is not { } completed)
            return false;
        var due = ReplyPeriod.DueOnAfterChange(calendar, completed, DueOn!.Value, today);
        if (due == DueOn)
            return false;
        FallDue(due);
        return true;
    }

    private void FallDue(DateOnly due)
    {
        DueOn = due;
        DueOrder = ((long)due.DayNumber << 40) + Serial;
    }

    internal void RequireIntake()
    {
        if (!IsBeingTakenIn)
            throw new RuleViolation("intake.request.closed");
    }
}

/// <summary>What the beneficiary asks for, checked.</summary>
internal sealed record RequestWords(string Description, Money? RequestedAmount);
