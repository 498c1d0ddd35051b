using MudBlazor;

namespace Mabarra.CaseManager.Ui;

/// <summary>Tells over the page that an act was not saved, where no form stands to tell it; the page and what is typed in it stay as they are (F2).</summary>
public sealed class StorageNotice(ISnackbar snackbar, RuleTexts rules)
{
    public void Show(RuleViolation trouble) => snackbar.Add(rules.For(trouble.Breaches[0]), Severity.Error, o => o.RequireInteraction = true);
}
