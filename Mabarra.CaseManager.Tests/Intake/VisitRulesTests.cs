using Mabarra.CaseManager.Intake;
using Mabarra.CaseManager.Staff;

namespace Mabarra.CaseManager.Tests.Intake;

/// <summary>The steps of a visit (ت-١, أ-٦), without a database.</summary>
public sealed class VisitRulesTests
{
    private static readonly DateTime Morning = new(2026, 11, 23, 6, 0, 0, DateTimeKind.Utc);
    private static readonly Guid Huda = Guid.NewGuid();
    private static readonly Guid Sara = Guid.NewGuid();

    [Fact]
    public void Call_notes_who_called_and_where_to_and_the_same_clerk_may_call_again()
    {
        var visit = Arrived();
        visit.Call(By(Huda, 5), "مكتب 2");
        Assert.Equal((VisitStatus.Called, "هدى", "مكتب 2", Morning.AddMinutes(5)), (visit.Status, visit.CalledByName, visit.Desk, visit.CalledAt));
        visit.Call(By(Huda, 7), "مكتب 3");
        Assert.Equal(("مكتب 3", Morning.AddMinutes(7)), (visit.Desk, visit.CalledAt));
    }

    [Fact]
    public void Call_of_somebody_a_colleague_called_names_the_colleague_and_her_desk()
    {
        var visit = Arrived();
        visit.Call(By(Huda, 5), "مكتب 2");
        var violation = Assert.Throws<RuleViolation>(() => visit.Call(By(Sara, 6), "مكتب 9"));
        Assert.Equal("intake.visit.calledby", violation.Code);
        Assert.Equal(["هدى", "مكتب 2"], violation.Breaches[0].Args);
        Assert.Equal("مكتب 2", visit.Desk);
    }

    [Fact]
    public void Call_of_somebody_being_served_or_gone_is_refused()
    {
        var visit = Arrived();
        visit.Serve(By(Huda, 5));
        Assert.Equal("intake.visit.servedby", Assert.Throws<RuleViolation>(() => visit.Call(By(Huda, 6), "1")).Code);
        visit.Close(By(Huda, 9), new VisitClosing(null, null, null, null));
        Assert.Equal("intake.visit.closed", Assert.Throws<RuleViolation>(() => visit.Call(By(Huda, 10), "1")).Code);
    }

    [Fact]
    public void Serve_measures_the_wait_from_arrival_once()
    {
        var visit = Arrived();
        visit.Call(By(Huda, 5), "1");
        visit.Serve(By(Huda, 8));
        visit.Serve(By(Sara, 30));
        Assert.Equal((VisitStatus.Serving, 8 * 60, "سارة"), (visit.Status, visit.WaitedSeconds, visit.ServedByName));
    }

    [Fact]
    public void Close_keeps_who_served_although_somebody_else_closes()
    {
        var visit = Arrived();
        visit.Serve(By(Huda, 8));
        visit.Close(By(Sara, 20), new VisitClosing(null, null, null, Hospitality.Declined));
        Assert.Equal((VisitStatus.Served, "هدى", Hospitality.Declined), (visit.Status, visit.ServedByName, visit.Hospitality));
    }

    [Fact]
    public void Close_hands_a_question_over_without_an_answer()
    {
        var visit = Arrived("متى؟");
        visit.Close(By(Huda, 8), new VisitClosing(null, null, null, null, new HandOver(Sara, "سارة")));
        Assert.Equal((VisitStatus.HandedOver, true, Sara, (DateTime?)null), (visit.Status, visit.IsHandedOver, visit.HandedToId, visit.AnsweredAt));
    }

    [Fact]
    public void Close_hands_over_nothing_but_a_question_and_not_an_answered_one()
    {
        Assert.Equal("intake.visit.noquestion", Assert.Throws<RuleViolation>(() => Arrived().Close(By(Huda, 8), new VisitClosing(null, null, null, null, new HandOver()))).Code);
        Assert.Equal("intake.visit.both", Assert.Throws<RuleViolation>(() => Arrived("متى؟").Close(By(Huda, 8), new VisitClosing(null, "غدًا", "لائحة", null, new HandOver()))).Code);
    }

    [Fact]
    public void Leave_is_a_state_of_its_own_and_loses_no_question()
    {
        var quiet = Arrived();
        quiet.Leave(By(Huda, 40), "طال الانتظار", new HandOver());
        Assert.Equal((VisitStatus.Left, "طال الانتظار", false, (int?)null), (quiet.Status, quiet.LeftReason, quiet.IsHandedOver, quiet.WaitedSeconds));
        var asking = Arrived("متى؟");
        asking.Leave(By(Huda, 40), "طال الانتظار", new HandOver(Sara, "سارة"));
        Assert.Equal((VisitStatus.Left, true, Sara), (asking.Status, asking.IsHandedOver, asking.HandedToId));
    }

    [Fact]
    public void Leave_after_being_served_is_refused()
    {
        var visit = Arrived();
        visit.Serve(By(Huda, 5));
        Assert.Equal("intake.visit.leave.served", Assert.Throws<RuleViolation>(() => visit.Leave(By(Huda, 6), "سبب", new HandOver())).Code);
    }

    [Fact]
    public void Answer_later_needs_a_source_and_is_given_once()
    {
        var visit = Arrived("متى؟");
        Assert.Equal("intake.visit.nothanded", Assert.Throws<RuleViolation>(() => visit.AnswerLater(By(Sara, 9), "غدًا", "لائحة")).Code);
        visit.Close(By(Huda, 8), new VisitClosing(null, null, null, null, new HandOver()));
        Assert.Equal("intake.visit.nosource", Assert.Throws<RuleViolation>(() => visit.AnswerLater(By(Sara, 9), "غدًا", null)).Code);
        visit.AnswerLater(By(Sara, 9), "غدًا", "لائحة");
        Assert.Equal((VisitStatus.Served, "غدًا", "سارة", true), (visit.Status, visit.Answer, visit.AnsweredByName, visit.IsHandedOver));
        var again = Assert.Throws<RuleViolation>(() => visit.AnswerLater(By(Huda, 10), "بعد غد", "لائحة"));
        Assert.Equal(("intake.visit.answeredby", "سارة"), (again.Code, again.Breaches[0].Args[0]));
    }

    [Fact]
    public void Day_order_gives_the_slip_back_and_orders_by_day_first()
    {
        var day = new DateOnly(2026, 11, 23);
        Assert.Equal(17, DayOrders.SlipOf(DayOrders.Of(day, 17)));
        Assert.True(DayOrders.Of(day, 9999) < DayOrders.First(day.AddDays(1)));
        Assert.True(DayOrders.First(day) < DayOrders.Of(day, 1));
        // 22:00 UTC is the next day in Riyadh.
        Assert.Equal(DayOrders.Of(day.AddDays(1), 1), new Visit(1, 1, new DateTime(2026, 11, 23, 22, 0, 0, DateTimeKind.Utc), null, new VisitWords("سلمى", null, null)).DayOrder);
    }

    private static Visit Arrived(string? question = null) => new(1, 1, Morning, null, new VisitWords("سلمى خالد", null, question));

    private static Act By(Guid who, int minutes) => new(
        new Actor(who, who == Huda ? "هدى" : "سارة", AuthorizationMatrix.ReachesOf(new HashSet<StaffRole> { StaffRole.FrontDesk })), Morning.AddMinutes(minutes));
}
