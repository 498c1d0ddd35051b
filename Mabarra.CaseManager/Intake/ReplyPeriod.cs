namespace Mabarra.CaseManager.Intake;

/// <summary>The period for the reply: fifteen working days from completeness (ت-٦).</summary>
public static class ReplyPeriod
{
    /// <summary>ت-٦: «(١٥) يوم عمل».</summary>
    public const int WorkingDays = 15;

    public static DateOnly DueOn(WorkingDayCalendar calendar, DateOnly completedOn) => calendar.AddWorkingDays(completedOn, WorkingDays);

    /// <summary>After a change of the calendar. A removed holiday never brings the due date nearer than the next working day (DOMAIN.md §4, 5).</summary>
    public static DateOnly DueOnAfterChange(WorkingDayCalendar calendar, DateOnly completedOn, DateOnly before, DateOnly today)
    {
        var due = DueOn(calendar, completedOn);
        if (due >= before)
            return due;
        var soonest = calendar.AddWorkingDays(today, 1);
        // Already nearer than tomorrow, or overdue: then the old date simply stays.
        return due >= soonest ? due : (before < soonest ? before : soonest);
    }

    /// <summary>Every day from completeness to the due date, counted or skipped and why: «لماذا هذا التاريخ؟».</summary>
    public static IReadOnlyList<ExplainedDay> Explain(WorkingDayCalendar calendar, DateOnly completedOn) => calendar.Explain(completedOn, WorkingDays);
}
