using System.Collections;
using System.Globalization;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using System.Resources;

namespace Mabarra.CaseManager.Tests.Kernel;

public sealed class KernelTextTests
{
    private static readonly Dictionary<string, string> Arabic = Read(CultureInfo.InvariantCulture);
    private static readonly Dictionary<string, string> English = Read(CultureInfo.GetCultureInfo("en"));

    [Fact]
    public void Every_code_the_kernel_raises_has_a_text_and_every_text_a_code()
    {
        var raised = StringsOfTheAssembly().Where(s => s.StartsWith("kernel.", StringComparison.Ordinal) && !s.EndsWith('.')).ToHashSet(StringComparer.Ordinal);

        Assert.Equal(raised.Order(StringComparer.Ordinal), Arabic.Keys.Where(k => k.StartsWith("kernel.", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Both_languages_say_the_same_things() => Assert.Equal(Arabic.Keys.Order(StringComparer.Ordinal), English.Keys.Order(StringComparer.Ordinal));

    [Fact]
    public void Arabic_texts_are_Arabic_and_English_ones_are_not()
    {
        Assert.All(Arabic, w => Assert.True(w.Key is "date.withday" || w.Value.Any(c => c is >= '\u0621' and <= '\u064A'), w.Key));
        Assert.All(English, w => Assert.DoesNotContain(w.Value, c => c is >= '\u0621' and <= '\u064A'));
    }

    private static Dictionary<string, string> Read(CultureInfo culture) => new ResourceManager(typeof(KernelText))
        .GetResourceSet(culture, createIfNotExists: true, tryParents: false)!
        .Cast<DictionaryEntry>().ToDictionary(e => (string)e.Key, e => (string)e.Value!, StringComparer.Ordinal);

    private static List<string> StringsOfTheAssembly()
    {
        using var file = new PEReader(File.OpenRead(typeof(KernelText).Assembly.Location));
        var metadata = file.GetMetadataReader();
        var strings = new List<string>();
        for (var handle = MetadataTokens.UserStringHandle(1); !handle.IsNil; handle = metadata.GetNextHandle(handle))
            strings.Add(metadata.GetUserString(handle));
        return strings;
    }
}
