namespace Mabarra.CaseManager.Kernel;

/// <summary>Marks the Kernel's words: <c>IStringLocalizer&lt;KernelText&gt;</c> reads KernelText.resx (Arabic) and KernelText.en.resx.</summary>
public sealed class KernelText;
