using System.Xml.Linq;
using Unfold.Results;

namespace Unfold.Reporting.Tests;

public sealed class JUnitReportTests : IDisposable
{
    private static readonly VerificationSuite[] Suites =
    [
        new("paper/x",
        [
            new("a seed 0", CaseOutcome.Passed),
            new("a seed 1", CaseOutcome.Failed, "1 of 2 metrics differs", "test.mse differs"),
            new("b seed 0", CaseOutcome.Error, "the run did not complete"),
            new("claim: a < b", CaseOutcome.Skipped, "there are not the seeds to tell"),
        ]),
        new("y", [new("a seed 0", CaseOutcome.Failed, "1 of 2 metrics differs")]),
    ];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("unfold-junit-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Suites_and_cases_have_the_elements_and_counts_that_readers_look_for()
    {
        var root = Written(Suites).Root!;
        Assert.Equal(("testsuites", "5 2 1 1 0"), (root.Name.LocalName, Counts(root)));
        Assert.Equal([("paper/x", "4 1 1 1 0"), ("y", "1 1 0 0 0")], root.Elements("testsuite").Select(s => (s.Attribute("name")!.Value, Counts(s))));
        var cases = root.Elements("testsuite").First().Elements("testcase").ToList();
        Assert.Equal(["a seed 0", "a seed 1", "b seed 0", "claim: a < b"], cases.Select(c => c.Attribute("name")!.Value));
        Assert.All(cases, c => Assert.Equal(("paper/x", "0"), (c.Attribute("classname")!.Value, c.Attribute("time")!.Value)));
        Assert.Equal(["", "failure: 1 of 2 metrics differs: test.mse differs", "error: the run did not complete: the run did not complete", "skipped: there are not the seeds to tell: "], cases.Select(Told));
    }

    [Fact]
    public void Nothing_verified_is_a_document_too() => Assert.Equal("0 0 0 0 0", Counts(Written([]).Root!));

    [Fact]
    public void Names_that_are_no_xml_are_escaped_and_what_xml_cannot_hold_is_replaced()
    {
        var hostile = "a<b>&\"c\"]]>'\u0000\u001b[31m\uD800\uFFFE 😀 é";
        var root = Written([new(hostile, [new(hostile, CaseOutcome.Failed, hostile, hostile + "\nsecond")])]).Root!;
        var expected = "a<b>&\"c\"]]>'\uFFFD\uFFFD[31m\uFFFD\uFFFD 😀 é";
        var suite = root.Element("testsuite")!;
        var failure = suite.Element("testcase")!.Element("failure")!;
        Assert.Equal([expected, expected, expected], [suite.Attribute("name")!.Value, suite.Element("testcase")!.Attribute("name")!.Value, failure.Attribute("message")!.Value]);
        Assert.Equal(expected + "\nsecond", failure.Value);
    }

    [Fact]
    public void The_file_is_utf8_without_a_mark_and_nothing_is_left_beside_it()
    {
        Written(Suites);
        Written(Suites);
        var file = Assert.Single(_folder.GetFiles());
        Assert.StartsWith("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n", System.Text.Encoding.UTF8.GetString(File.ReadAllBytes(file.FullName)), StringComparison.Ordinal);
    }

    private XDocument Written(IReadOnlyList<VerificationSuite> suites)
    {
        var file = Path.Combine(_folder.FullName, "verify.xml");
        JUnitReport.Write(file, suites);
        return XDocument.Load(file);
    }

    private static string Counts(XElement element) =>
        string.Join(' ', new[] { "tests", "failures", "errors", "skipped", "time" }.Select(name => element.Attribute(name)!.Value));

    private static string Told(XElement one) => one.Elements().SingleOrDefault() is { } told ? $"{told.Name}: {told.Attribute("message")!.Value}: {told.Value}" : "";
}
