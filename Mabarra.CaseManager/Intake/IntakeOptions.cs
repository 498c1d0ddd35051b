using System.ComponentModel.DataAnnotations;

namespace Mabarra.CaseManager.Intake;

/// <summary>Section <c>Intake</c> of the configuration.</summary>
public sealed class IntakeOptions
{
    public const string Section = "Intake";

    /// <summary>A reply due within so many working days is due soon.</summary>
    [Range(0, 14)]
    public int DueSoonDays { get; set; } = 3;
}
