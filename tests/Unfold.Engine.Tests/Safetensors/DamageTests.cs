using TorchSharp;
using Unfold.Engine.Safetensors;
using Unfold.Results;

namespace Unfold.Engine.Tests;

/// <summary>A file that Unfold wrote is whole or refused.</summary>
public sealed class DamageTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Random _random = new(1);

    private string Path => _folder.Of("x.safetensors");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Any_flipped_bit_is_noticed()
    {
        var whole = Written(3);
        foreach (var at in Enumerable.Range(0, whole.Length))
        {
            var bit = _random.Next(8);
            Flip(whole, at, bit);
            RawFile.Refused(Path, mustBeHashed: true);
            foreach (var other in Enumerable.Range(0, 8).Where(b => b != bit))
            {
                Flip(whole, at, other);
                Assert.Equal("UFR010", Assert.Throws<ResultsException>(() => SafetensorsCheck.Verify(Path, mustBeHashed: true)).Code);
            }
        }

        File.WriteAllBytes(Path, whole);
        RawFile.Accepted(Path, mustBeHashed: true);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Any_truncation_is_noticed(bool mustBeHashed)
    {
        var whole = Written(3);
        for (var length = 0; length < whole.Length; length++)
        {
            File.WriteAllBytes(Path, whole[..length]);
            RawFile.Refused(Path, mustBeHashed);
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Anything_appended_is_noticed(bool mustBeHashed)
    {
        File.WriteAllBytes(Path, [.. Written(3), 0]);
        RawFile.Refused(Path, mustBeHashed);
    }

    [Fact]
    public void Flips_in_a_large_file_are_noticed()
    {
        var whole = Written(260_000);
        for (var i = 0; i < 200; i++)
        {
            Flip(whole, _random.Next(whole.Length), _random.Next(8));
            RawFile.Refused(Path, mustBeHashed: true);
        }
    }

    [Fact]
    public void Truncations_of_a_large_file_are_noticed()
    {
        var whole = Written(260_000);
        for (var i = 0; i < 200; i++)
        {
            File.WriteAllBytes(Path, whole.AsSpan(0, _random.Next(whole.Length)));
            RawFile.Refused(Path, mustBeHashed: true);
        }
    }

    [Fact]
    public void A_missing_file_is_a_coded_error_of_the_check_too() =>
        Assert.Equal("UFR003", Assert.Throws<ResultsException>(() => SafetensorsCheck.Verify(Path, mustBeHashed: false)).Code);

    private byte[] Written(long elements)
    {
        using var scope = torch.NewDisposeScope();
        SafetensorsWriter.Write(
            Path,
            [KeyValuePair.Create("b", torch.arange(elements, dtype: torch.float32)), KeyValuePair.Create("n", torch.tensor(7L)), KeyValuePair.Create("t", torch.tensor(new[] { true }))],
            new Dictionary<string, string>(StringComparer.Ordinal) { ["step"] = "12" });
        return File.ReadAllBytes(Path);
    }

    private void Flip(byte[] whole, int at, int bit)
    {
        byte[] damaged = [.. whole];
        damaged[at] ^= (byte)(1 << bit);
        File.WriteAllBytes(Path, damaged);
    }
}
