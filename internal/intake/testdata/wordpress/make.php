<?php
$_SERVER['HTTP_HOST']='assembly.example'; $_SERVER['REQUEST_URI']='/';
require $argv[1].'/wp-load.php';
require_once ABSPATH.'wp-admin/includes/admin.php';
require_once ABSPATH.'wp-admin/includes/export.php';
// the two taxonomies in which Polylang keeps language and translations
register_taxonomy('language', ['post','page'], ['public'=>false,'label'=>'Languages']);
register_taxonomy('post_translations', ['post','page'], ['public'=>false,'label'=>'Translations']);
global $wp_rewrite; $wp_rewrite->set_permalink_structure('/%year%/%monthnum%/%postname%/'); $wp_rewrite->flush_rules(false);
update_option('timezone_string','Asia/Almaty'); update_option('gmt_offset','');
wp_delete_post(1,true); wp_delete_post(2,true); wp_delete_post(3,true);
foreach (['en'=>'English','ru'=>'Русский','kk'=>'Қазақша'] as $s=>$n) { $t=wp_insert_term($n,'language',['slug'=>$s]); $lang[$s]=$t['term_id']; }
function cat($name,$slug,$parent=0){ return wp_insert_term($name,'category',['slug'=>$slug,'parent'=>$parent])['term_id']; }
$news=cat('News','news'); $agr=cat('Agreements','agreements',$news); $border=cat('Border & trade','border-trade',$agr);
$novosti=cat('Новости','новости'); $soglash=cat('Соглашения','соглашения',$novosti); $zhan=cat('Жаңалықтар','жаңалықтар');
$ed=wp_insert_user(['user_login'=>'editor-two','user_pass'=>'fixture','user_email'=>'editor@assembly.example','display_name'=>'Second Editor (invented)','role'=>'editor']);
function group($ids){ global $lang; $m=[]; foreach($ids as $l=>$id){ wp_set_object_terms($id,[$lang[$l]],'language'); $m[$l]=$id; }
  $t=wp_insert_term('pll_'.substr(md5(serialize($m)),0,13),'post_translations',['description'=>serialize($m)]); foreach($ids as $id) wp_set_object_terms($id,[$t['term_id']],'post_translations'); }
function post($a){ $a+=['post_status'=>'publish','post_author'=>1,'post_type'=>'post']; $id=wp_insert_post(wp_slash($a),true); if(is_wp_error($id)) die($id->get_error_message()); return $id; }
// pictures
function picture($name,$title,$alt,$caption){ $up=wp_upload_dir('2019/11'); $f=$up['path'].'/'.$name; @mkdir(dirname($f),0777,true); $im=imagecreatetruecolor(64,48); imagefill($im,0,0,imagecolorallocate($im,20,90,120)); imagejpeg($im,$f);
  $id=wp_insert_attachment(['post_title'=>$title,'post_excerpt'=>$caption,'post_mime_type'=>'image/jpeg','post_date'=>'2019-11-15 09:00:00','guid'=>$up['url'].'/'.$name],$f); update_post_meta($id,'_wp_attachment_image_alt',$alt); wp_update_attachment_metadata($id,wp_generate_attachment_metadata($id,$f)); return $id; }
$pic=picture('bridge.jpg','The bridge','A road bridge over a river','The bridge, November 2019. Photo: fixture');
$pic2=picture('зал-заседаний.jpg','Зал заседаний','Зал с круглым столом','Зал заседаний');
$src=wp_get_attachment_url($pic); $src2=wp_get_attachment_url($pic2);

$en=post(['post_title'=>"Assembly signs a memorandum on the bridge: “Steppe & River”",'post_name'=>'memorandum-on-the-bridge','post_date'=>'2019-11-15 10:30:00','post_category'=>[$border,$news],'tags_input'=>['bridge','river'],
'post_excerpt'=>'The memorandum covers three crossings and takes effect in 2020.',
'post_content'=><<<X
<!-- wp:paragraph {"dropCap":true} -->
<p class="has-drop-cap">On 15 November 2019 the assemblies of two neighbouring regions signed a memorandum on the repair of three bridges. It's the deputies' fourth such paper; the first dates from 2011.</p>
<!-- /wp:paragraph -->

<!-- wp:image {"id":$pic,"sizeSlug":"large"} -->
<figure class="wp-block-image size-large"><img src="$src" alt="A road bridge over a river" class="wp-image-$pic"/><figcaption>The bridge, November 2019. Photo: fixture</figcaption></figure>
<!-- /wp:image -->

<!-- wp:heading -->
<h2>What was agreed</h2>
<!-- /wp:heading -->

<!-- wp:list -->
<ul><!-- wp:list-item -->
<li>joint inspection <strong>twice a year</strong>,</li>
<!-- /wp:list-item -->

<!-- wp:list-item -->
<li>repair of 3 bridges by 2023.</li>
<!-- /wp:list-item --></ul>
<!-- /wp:list -->

<!-- wp:quote -->
<blockquote class="wp-block-quote"><p>A bridge is a promise that can be walked on.</p><cite>from the preamble</cite></blockquote>
<!-- /wp:quote -->

<!-- wp:table -->
<figure class="wp-block-table"><table><thead><tr><th>Bridge</th><th>Length, m</th></tr></thead><tbody><tr><td>North</td><td>120</td></tr><tr><td>South</td><td>85</td></tr></tbody></table><figcaption>Lengths by the survey of 2018</figcaption></figure>
<!-- /wp:table -->

<!-- wp:paragraph -->
<p>The text is <a href="https://assembly.example/documents/?id=7&amp;lang=en">published in full</a>.</p>
<!-- /wp:paragraph -->
X]); set_post_thumbnail($en,$pic);
$ru=post(['post_title'=>'Ассамблея подписала меморандум о мосте','post_name'=>'ассамблея-подписала-меморандум','post_date'=>'2019-11-15 11:00:00','post_category'=>[$soglash],
'post_content'=><<<X
<!-- wp:paragraph -->
<p>15 ноября 2019 г. ассамблеи двух соседних областей подписали меморандум о ремонте трёх мостов.</p>
<!-- /wp:paragraph -->

<!-- wp:paragraph -->
<p>«Мост&nbsp;— это обещание, по которому можно пройти», — говорится в преамбуле. Осмотры будут проходить 2 раза в год.</p>
<!-- /wp:paragraph -->

<!-- wp:gallery {"ids":[$pic2]} -->
<figure class="wp-block-gallery"><ul><li><figure><img src="$src2" alt="Зал с круглым столом" data-id="$pic2"/><figcaption>Зал заседаний</figcaption></figure></li></ul></figure>
<!-- /wp:gallery -->
X]); set_post_thumbnail($ru,$pic2);
$kk=post(['post_title'=>'Ассамблея көпір туралы меморандумға қол қойды','post_name'=>'көпір-туралы-меморандум','post_date'=>'2019-11-15 11:20:00','post_category'=>[$zhan],'post_author'=>$ed,
'post_content'=>"<!-- wp:paragraph -->\n<p>2019 жылғы 15 қарашада көршілес екі облыстың ассамблеялары үш көпірді жөндеу туралы меморандумға қол қойды.</p>\n<!-- /wp:paragraph -->"]);
group(['en'=>$en,'ru'=>$ru,'kk'=>$kk]);
// the classic editor: no blocks, no paragraphs, shortcodes, a reading break, SQL words, text that looks like markup
$cl=post(['post_title'=>'How to select a delegate from the list','post_name'=>'select-a-delegate','post_date'=>'2012-03-02 18:05:00','post_category'=>[$news],'post_author'=>$ed,
'post_content'=><<<X
Delegates are selected from the list that the regions drop into the urn; an insert into the list needs two signatures.
This line follows a single line break.

<!--more-->

[caption id="attachment_$pic" align="alignleft" width="64"]<img class="wp-image-$pic" src="$src" alt="A road bridge" width="64" height="48" /> The bridge in spring[/caption]

A second paragraph with <em>emphasis</em>, a [bracketed remark], 3 &lt; 5 and the sequence ]]&gt; in it: ]]> done.

[gallery ids="$pic,$pic2"]

<blockquote>Union of all, where all are one.</blockquote>
O‘zbekiston, Qarag‘andy and Shu’: apostrophes stay.
X]);
group(['en'=>$cl]);
wp_update_post(['ID'=>$cl,'post_name'=>'selecting-a-delegate']); // WordPress keeps the old slug in _wp_old_slug
$p2=post(['post_title'=>'Population of the two regions','post_name'=>'population','post_date'=>'2020-01-09 09:00:00','post_category'=>[$news],'post_content'=>"<!-- wp:paragraph -->\n<p>At the start of 2020 the two regions had 1,204,000 inhabitants, 2.1 percent more than a year before.</p>\n<!-- /wp:paragraph -->\n\n<!-- wp:html -->\n<p dir=\"rtl\" lang=\"ar\">خبر قصير</p>\n<!-- /wp:html -->\n\n<!-- wp:columns -->\n<div class=\"wp-block-columns\"><!-- wp:column -->\n<div class=\"wp-block-column\"><!-- wp:paragraph -->\n<p>North: 640,000.</p>\n<!-- /wp:paragraph --></div>\n<!-- /wp:column -->\n\n<!-- wp:column -->\n<div class=\"wp-block-column\"><!-- wp:paragraph -->\n<p>South: 564,000.</p>\n<!-- /wp:paragraph --></div>\n<!-- /wp:column --></div>\n<!-- /wp:columns -->"]);
group(['en'=>$p2]);
post(['post_title'=>'Draft that nobody should see','post_status'=>'draft','post_date'=>'2020-02-01 09:00:00','post_category'=>[$news],'post_content'=>'<p>Not yet.</p>']);
post(['post_title'=>'Private note','post_status'=>'private','post_date'=>'2020-02-02 09:00:00','post_category'=>[$news],'post_content'=>'<p>For the office only.</p>']);
post(['post_title'=>'A post behind a password','post_password'=>'steppe','post_date'=>'2020-02-03 09:00:00','post_category'=>[$news],'post_content'=>'<p>Shown to those who know the word.</p>']);
$tr=post(['post_title'=>'Thrown away','post_name'=>'thrown-away','post_date'=>'2020-02-04 09:00:00','post_category'=>[$news],'post_content'=>'<p>Gone.</p>']); wp_trash_post($tr);
post(['post_title'=>'About the assembly','post_name'=>'about','post_type'=>'page','post_date'=>'2011-05-01 09:00:00','post_content'=>"<!-- wp:paragraph -->\n<p>The assembly was founded in 2011. This institution is invented.</p>\n<!-- /wp:paragraph -->"]);
post(['post_title'=>'','post_name'=>'untitled-notice','post_date'=>'2021-06-07 08:00:00','post_category'=>[$zhan],'post_content'=>'<p>Хабарландыру: отырыс сағат 10-да.</p>']);
wp_insert_comment(['comment_post_ID'=>$en,'comment_author'=>'A reader (invented)','comment_content'=>'When does the work begin?','comment_approved'=>1,'comment_date'=>'2019-11-16 08:00:00']);
ob_start(); @export_wp(['content'=>'all']); $x=ob_get_clean(); file_put_contents($argv[2],$x); echo strlen($x),"\n";
