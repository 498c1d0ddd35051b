using Bunit;
using Mabarra.CaseManager.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace Mabarra.CaseManager.Tests.Ui;

public sealed class FormTests : UiContext
{
    private readonly FormErrors _errors = new();

    private IRenderedComponent<AppForm> Form(Func<Task> save) => Render<AppForm>(p => p
        .Add(f => f.Errors, _errors)
        .Add(f => f.OnSave, save)
        .AddChildContent<TextField>(f => f.Add(x => x.Label, "الاسم").Add(x => x.Field, "Name").Add(x => x.Id, "name").Add(x => x.Hint, "كما في الهوية"))
        .AddChildContent<TextField>(f => f.Add(x => x.Label, "الجوال").Add(x => x.Field, "Mobile").Add(x => x.Id, "mobile")));

    private Task<bool> Refuse(params Breach[] breaches) => _errors.TryAsync(() => throw new RuleViolation(breaches));

    [Fact]
    public async Task Every_broken_rule_is_told_beside_its_field()
    {
        var form = Form(() => Refuse(new Breach("kernel.text.required", "Name"), new Breach("kernel.text.required", "Mobile")));
        await form.Find("form").SubmitAsync();

        Assert.Equal("true", form.Find("#name").GetAttribute("aria-invalid"));
        Assert.Equal("name-hint name-error", form.Find("#name").GetAttribute("aria-describedby"));
        Assert.NotEmpty(form.Find("#name-error").TextContent.Trim());
        Assert.Equal("true", form.Find("#mobile").GetAttribute("aria-invalid"));
        Assert.Empty(form.FindAll("[data-form-message]"));
    }

    [Fact]
    public async Task The_first_wrong_field_gets_the_focus_once()
    {
        var form = Form(() => Refuse(new Breach("kernel.text.required", "Mobile")));
        await form.Find("form").SubmitAsync();
        form.Render();

        var call = Assert.Single(JSInterop.Invocations["mabarra.focusFirstInvalid"]);
        Assert.Equal(form.Find("form").Id, call.Arguments[0]);
        // The script takes the first marked one in document order.
        Assert.Equal("mobile", form.Find("[aria-invalid=true]").Id);
    }

    [Fact]
    public async Task A_rule_whose_field_is_not_on_screen_is_told_at_the_top()
    {
        var form = Form(() => Refuse(new Breach("ui.access.denied", "SomethingElse")));
        await form.Find("form").SubmitAsync();

        Assert.Contains("صلاحية", form.Find("[data-form-message]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mending_a_field_takes_its_message_away_and_leaves_the_others()
    {
        var form = Form(() => Refuse(new Breach("kernel.text.required", "Name"), new Breach("kernel.text.required", "Mobile")));
        await form.Find("form").SubmitAsync();
        form.Find("#name").Change("نورة");

        Assert.False(form.Find("#name").HasAttribute("aria-invalid"));
        Assert.Equal("true", form.Find("#mobile").GetAttribute("aria-invalid"));
    }

    [Fact]
    public async Task Submitting_twice_saves_once()
    {
        var done = new TaskCompletionSource();
        var saves = 0;
        var form = Form(() =>
        {
            saves++;
            return done.Task;
        });
        var first = form.Find("form").SubmitAsync();
        var second = form.Find("form").SubmitAsync();
        done.SetResult();
        await Task.WhenAll(first, second);

        Assert.Equal(1, saves);
    }

    [Fact]
    public async Task What_is_not_theirs_is_told_and_does_not_break_the_page()
    {
        var form = Form(() => _errors.TryAsync(() => throw new AccessDenied("intake.edit", Task.CompletedTask)));
        await form.Find("form").SubmitAsync();

        Assert.Contains("صلاحية", form.Find("[data-form-message]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_code_without_text_shows_itself()
    {
        var text = Services.GetRequiredService<RuleTexts>().For(new Breach("nowhere.act.reason"));

        Assert.Contains("nowhere.act.reason", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_code_finds_the_text_of_its_area_with_its_arguments()
    {
        var texts = Services.GetRequiredService<RuleTexts>();
        var expected = Services.GetRequiredService<IStringLocalizer<KernelText>>()["kernel.hijri.day", 29].Value;

        Assert.Equal(expected, texts.For(new Breach("kernel.hijri.day", null, 29)));
    }

    [Theory]
    [InlineData("١٢", 12L)]
    [InlineData("۱۲", 12L)]
    [InlineData("1,200", 1200L)]
    public void Numbers_are_read_in_any_digits(string typed, long expected)
    {
        long? value = null;
        var field = Render<NumberField>(p => p.Add(f => f.Label, "العدد").Bind(f => f.Value, value, v => value = v));
        field.Find("input").Change(typed);

        Assert.Equal(expected, value);
    }

    [Fact]
    public void What_is_no_number_stays_as_typed_with_a_message()
    {
        long? value = 3;
        var field = Render<NumberField>(p => p.Add(f => f.Label, "العدد").Bind(f => f.Value, value, v => value = v));
        field.Find("input").Change("ثلاثة");

        Assert.Equal(3, value);
        Assert.Equal("ثلاثة", field.Find("input").GetAttribute("value"));
        Assert.NotEmpty(field.Find(".field-error").TextContent.Trim());
    }

    [Fact]
    public void A_choice_is_bound_by_its_value()
    {
        Tone? value = null;
        Choice<Tone?>[] options = [new(Tone.Good, "جيد"), new(Tone.Bad, "سيئ")];
        var field = Render<SelectField<Tone?>>(p => p.Add(f => f.Label, "الحالة").Add(f => f.Options, options).Bind(f => f.Value, value, v => value = v));
        field.Find("select").Change("1");
        Assert.Equal(Tone.Bad, value);
        field.Find("select").Change("");
        Assert.Null(value);
    }

    [Fact]
    public async Task An_untouched_signature_pad_is_empty_and_names_the_other_ways()
    {
        var pad = Render<SignaturePad>(p => p.Add(s => s.Label, "التوقيع"));

        Assert.True(pad.Instance.IsEmpty);
        Assert.Null(await pad.Instance.PngAsync(Xunit.TestContext.Current.CancellationToken));
        Assert.Contains("البصمة", pad.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_signature_pad_tells_when_something_was_drawn_and_cleared()
    {
        var told = new List<bool>();
        var pad = Render<SignaturePad>(p => p.Add(s => s.Label, "التوقيع").Add(s => s.Drawn, EventCallback.Factory.Create<bool>(this, told.Add)));
        await pad.InvokeAsync(() => pad.Instance.StrokeAsync(0, "300:1,1,5;2,2,5"));
        await pad.InvokeAsync(() => pad.Instance.CountAsync(0));

        Assert.Equal([true, false], told);
        Assert.True(pad.Instance.IsEmpty);
    }

    [Fact]
    public async Task A_signature_too_long_for_a_draft_is_told_as_none_and_never_as_half_of_it()
    {
        IReadOnlyList<string>? told = [];
        var pad = Render<SignaturePad>(p => p.Add(s => s.Label, "التوقيع").Add(s => s.StrokesChanged, EventCallback.Factory.Create<IReadOnlyList<string>?>(this, t => told = t)));
        var stroke = new string('1', 20_000);
        for (var i = 0; i < 5; i++)
            await pad.InvokeAsync(() => pad.Instance.StrokeAsync(i, stroke));
        Assert.Null(told);
        await pad.InvokeAsync(() => pad.Instance.CountAsync(3));
        Assert.Equal(3, told?.Count);
    }
}
